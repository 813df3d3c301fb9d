using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ExamHistoryTests
{
    private static (string Item, string Before, string After, ExamTrend Trend)[] Changes(PhysicalExam exam) => [.. exam.Comparison.Changes.Select(c => (c.Item, c.Before, c.After, c.Trend))];

    private static ExamTrend Trend(ExamBody before, ExamBody after)
    {
        var comparison = Given.ActivePlan().Examined(7, before).Examined(1, after, WorkUp.OtherExamId).Plan.Exams[1].Comparison;
        Assert.Equal(1, comparison.Unchanged + comparison.Changes.Count);
        return comparison.Changes.SingleOrDefault()?.Trend ?? ExamTrend.Unspecified;
    }

    [Fact]
    public void What_changed_is_told_in_words_with_the_examination_before()
    {
        var exams = Given.ActivePlan().Examined(7, WorkUp.Strength("L5", 4, GradeModifier.Minus)).Examined(1, WorkUp.Strength("L5", 4, GradeModifier.Plus), WorkUp.OtherExamId).Plan.Exams;
        Assert.Equal((0, 0, 1), (exams[0].Comparison.Changes.Count, exams[0].Comparison.Unchanged, exams[0].Comparison.FirstTime));
        Assert.Equal([("strength, left extensor hallucis longus (L5)", "4-/5", "4+/5", ExamTrend.Better)], Changes(exams[1]));
        Assert.Equal((WorkUp.ExamId, WorkUp.DaysAgo(7)), (exams[1].Comparison.Changes[0].BeforeExamId, exams[1].Comparison.Changes[0].BeforeExaminedAt));
    }

    [Theory]
    [InlineData(4, 5, ExamTrend.Better)]
    [InlineData(4, 3, ExamTrend.Worse)]
    [InlineData(4, 4, ExamTrend.Unspecified)]
    public void Stronger_is_better(int before, int after, ExamTrend trend) => Assert.Equal(trend, Trend(WorkUp.Strength("L5", before), WorkUp.Strength("L5", after)));

    [Theory]
    [InlineData(0, 1, ExamTrend.Better)]
    [InlineData(2, 1, ExamTrend.Worse)]
    [InlineData(2, 3, ExamTrend.Worse)]
    [InlineData(4, 2, ExamTrend.Better)]
    [InlineData(1, 3, ExamTrend.Changed)]
    public void A_reflex_is_best_at_two(int before, int after, ExamTrend trend) => Assert.Equal(trend, Trend(Achilles(before), Achilles(after)));

    [Theory]
    [InlineData(Sensation.Reduced, Sensation.Normal, ExamTrend.Better)]
    [InlineData(Sensation.Reduced, Sensation.Absent, ExamTrend.Worse)]
    [InlineData(Sensation.Reduced, Sensation.Increased, ExamTrend.Changed)]
    public void Feeling_is_best_when_it_is_normal(Sensation before, Sensation after, ExamTrend trend) => Assert.Equal(trend, Trend(Touch(before), Touch(after)));

    [Theory]
    [InlineData(40, true, 46, true, ExamTrend.Better)]
    [InlineData(40, true, 45, true, ExamTrend.Unspecified)]
    [InlineData(40, true, 35, true, ExamTrend.Unspecified)]
    [InlineData(40, true, 34, true, ExamTrend.Worse)]
    [InlineData(40, true, 42, false, ExamTrend.Better)]
    [InlineData(40, false, 60, true, ExamTrend.Changed)]
    public void A_range_is_better_when_it_is_wider_than_the_error_or_without_pain(int before, bool hurt, int after, bool hurts, ExamTrend trend) =>
        Assert.Equal(trend, Trend(Flexion(before, hurt), Flexion(after, hurts)));

    [Theory]
    [InlineData(ExamTestResult.Positive, 40, ExamTestResult.Negative, null, ExamTrend.Better)]
    [InlineData(ExamTestResult.Negative, null, ExamTestResult.Equivocal, null, ExamTrend.Worse)]
    [InlineData(ExamTestResult.Positive, 40, ExamTestResult.Positive, 65, ExamTrend.Better)]
    [InlineData(ExamTestResult.Positive, 40, ExamTestResult.Positive, 44, ExamTrend.Unspecified)]
    [InlineData(ExamTestResult.Positive, 40, ExamTestResult.Positive, null, ExamTrend.Unspecified)]
    public void A_leg_raise_is_better_when_it_is_negative_or_higher(ExamTestResult before, int? at, ExamTestResult after, int? now, ExamTrend trend) =>
        Assert.Equal(trend, Trend(LegRaise(before, at), LegRaise(after, now)));

    [Theory]
    [InlineData(GaitPattern.Antalgic, GaitPattern.Normal, ExamTrend.Better)]
    [InlineData(GaitPattern.Normal, GaitPattern.Steppage, ExamTrend.Worse)]
    [InlineData(GaitPattern.Antalgic, GaitPattern.Slow, ExamTrend.Changed)]
    [InlineData(GaitPattern.Antalgic, GaitPattern.Antalgic, ExamTrend.Unspecified)]
    public void Gait_is_normal_or_it_is_not(GaitPattern before, GaitPattern after, ExamTrend trend) => Assert.Equal(trend, Trend(Walk(before), Walk(after)));

    [Fact]
    public void Both_sides_are_compared_one_by_one()
    {
        var exams = Given.ActivePlan().Examined(7, WorkUp.Strength("L5", 5, side: Side.Bilateral)).Examined(1, WorkUp.Strength("L5", 4), WorkUp.OtherExamId).Plan.Exams;
        Assert.Equal([("strength, left extensor hallucis longus (L5)", "5/5", "4/5", ExamTrend.Worse)], Changes(exams[1]));
    }

    [Fact]
    public void Each_thing_is_compared_with_the_last_time_it_was_looked_at()
    {
        var exams = Given.ActivePlan().Examined(9, WorkUp.Strength("L5", 3)).Examined(5, Achilles(1), WorkUp.OtherExamId).Examined(1, WorkUp.Strength("L5", 4), Given.FlagId).Plan.Exams;
        Assert.Equal(WorkUp.ExamId, exams[2].Comparison.Changes.Single().BeforeExamId);
        Assert.Equal(1, exams[1].Comparison.FirstTime);
    }

    [Fact]
    public void An_examination_recorded_late_is_compared_with_by_those_that_came_after_it()
    {
        var given = Given.ActivePlan().Examined(9, WorkUp.Strength("L5", 3)).Examined(1, WorkUp.Strength("L5", 4), WorkUp.OtherExamId);
        Assert.Equal(ExamTrend.Better, given.Plan.Exams[1].Comparison.Changes.Single().Trend);
        given.Examined(5, WorkUp.Strength("L5", 5), Given.FlagId);
        Assert.Equal((ExamTrend.Worse, Given.FlagId), (given.Plan.Exams[1].Comparison.Changes.Single().Trend, given.Plan.Exams[1].Comparison.Changes.Single().BeforeExamId));
        Assert.Equal(ExamTrend.Better, given.Plan.Exams[2].Comparison.Changes.Single().Trend);
    }

    [Fact]
    public void What_was_corrected_is_compared_with_by_nobody()
    {
        var given = Given.ActivePlan().Examined(9, WorkUp.Strength("L5", 2)).Examined(1, WorkUp.Strength("L5", 4), WorkUp.OtherExamId)
            .Examined(9, WorkUp.Strength("L5", 4), Given.FlagId, supersedes: WorkUp.ExamId);
        Assert.Null(given.Plan.Exams[0].Comparison);
        Assert.Equal((0, 1), (given.Plan.Exams[1].Comparison.Changes.Count, given.Plan.Exams[1].Comparison.Unchanged));
        Assert.Equal((0, 1), (given.Plan.Exams[2].Comparison.Changes.Count, given.Plan.Exams[2].Comparison.FirstTime));
    }

    private static ExamBody Achilles(int grade) => new() { Reflexes = { new ReflexFinding { Reflex = Reflex.Achilles, Side = Side.Left, Grade = grade } } };

    private static ExamBody Touch(Sensation sensation) =>
        new() { Sensation = { new SensationFinding { Dermatome = "L5", Side = Side.Left, Modality = SensoryModality.LightTouch, Sensation = sensation } } };

    private static ExamBody Flexion(int degrees, bool painful) =>
        new() { RangeOfMotion = { new RangeOfMotionFinding { Region = BodyRegion.LumbarSpine, Movement = Movement.Flexion, Degrees = degrees, Painful = painful } } };

    private static ExamBody LegRaise(ExamTestResult result, int? at)
    {
        var finding = new ExamTestFinding { Test = ExamTest.StraightLegRaise, Side = Side.Left, Result = result };
        if (at is { } degrees) finding.AngleDegrees = degrees;
        return new() { Tests = { finding } };
    }

    private static ExamBody Walk(GaitPattern pattern) => new() { Gait = { new GaitFinding { Pattern = pattern } } };
}
