using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class RecordExamTests
{
    private static readonly RecordExam UseCase = new(RuleTable.Shipped);
    private static readonly ExamBody Weak = WorkUp.Strength("L5", 4);

    private static Decision Record(Given given, ExamBody body, Person? by = null) => given.When(UseCase, WorkUp.Exam(body), by ?? Given.Lead);

    [Fact]
    public void It_says_who_examined_whom_when_and_names_the_muscle_that_stands_for_the_root()
    {
        var request = WorkUp.Exam(Weak);
        request.ExaminedAt = WorkUp.DaysAgo(3);
        var decision = Given.ActivePlan().When(UseCase, request, Given.Therapist);
        var exam = decision.After.Exams.Single();
        Assert.Equal((Given.Therapist, WorkUp.DaysAgo(3), Given.Now), (exam.Examiner, exam.ExaminedAt, exam.RecordedAt));
        Assert.Equal(WorkUp.DaysAgo(3), decision.Events.Single().OccurredAt);
        Assert.Equal("extensor-hallucis-longus", exam.Body.Strength.Single().Muscle);
    }

    [Fact]
    public void Without_a_time_the_patient_was_examined_now() => Assert.Equal(Given.Now, Record(Given.ActivePlan(), Weak).After.Exams.Single().ExaminedAt);

    [Fact]
    public void Nobody_examines_in_the_future_or_before_the_patients_birth()
    {
        var request = WorkUp.Exam(Weak);
        request.ExaminedAt = Given.Tomorrow;
        Given.ActivePlan().When(UseCase, request, Given.Lead).ThenInvalid("examined_at");
        request.ExaminedAt = WorkUp.DaysAgo(400);
        Given.PlanOfPatientBorn(WorkUp.DateDaysAgo(399)).When(UseCase, request, Given.Lead).ThenInvalid("examined_at");
    }

    [Fact]
    public void Who_may_not_examine_records_none()
    {
        Record(Given.ActivePlan(), Weak, Given.Psychologist).ThenForbidden("MAY_NOT_EXAMINE");
        Record(Given.ActivePlan(), Weak, Given.Patient).ThenForbidden("MAY_NOT_EXAMINE");
        Record(Given.ActivePlan(), Weak, Given.Stranger).ThenForbidden("MAY_NOT_EXAMINE");
    }

    [Fact]
    public void An_id_is_used_once() => Record(Given.ActivePlan().Examined(1, Weak), Weak).ThenRefused("id.unused");

    [Fact]
    public void After_the_plans_end_only_what_was_examined_before_it_is_recorded()
    {
        var request = WorkUp.Exam(Weak);
        request.ExaminedAt = WorkUp.DaysAgo(1);
        Assert.Single(Given.PlanAt(PlanStatus.Completed).When(UseCase, request, Given.Lead, Given.Tomorrow).After.Exams);
        request.ExaminedAt = Given.Tomorrow;
        Given.PlanAt(PlanStatus.Completed).When(UseCase, request, Given.Lead, Given.Tomorrow).ThenRefused("exam.within-plan");
    }

    [Fact]
    public void An_own_examination_is_corrected_with_a_reason_and_no_longer_counts()
    {
        var request = WorkUp.Exam(WorkUp.Strength("L5", 4, side: Side.Right), WorkUp.OtherExamId);
        (request.SupersedesExamId, request.CorrectionReason) = (WorkUp.ExamId, "Wrong side.");
        var after = Given.ActivePlan().Examined(1, Weak).When(UseCase, request, Given.Lead).After;
        Assert.Equal([WorkUp.OtherExamId, ""], after.Exams.Select(e => e.SupersededByExamId));
        Assert.Equal("Wrong side.", after.Exams[1].CorrectionReason);
    }

    [Fact]
    public void Nobody_corrects_what_somebody_else_found_or_what_was_corrected_or_what_is_not_there()
    {
        var request = WorkUp.Exam(Weak, Given.FlagId);
        (request.SupersedesExamId, request.CorrectionReason) = (WorkUp.ExamId, "r");
        var given = Given.ActivePlan().Examined(1, Weak);
        given.When(UseCase, request, Given.Therapist).ThenRefused("exam.corrected-by-examiner");
        given.Examined(1, Weak, WorkUp.OtherExamId, supersedes: WorkUp.ExamId).When(UseCase, request, Given.Lead).ThenRefused("exam.corrected-once");
        request.SupersedesExamId = Given.NoteId;
        given.When(UseCase, request, Given.Lead).ThenNotFound();
    }

    [Theory, RuleNotMet("exam.severe-motor-deficit")]
    [InlineData(3, GradeModifier.Unspecified)]
    [InlineData(3, GradeModifier.Minus)]
    [InlineData(0, GradeModifier.Unspecified)]
    public void A_first_grade_of_three_or_less_asks_for_a_red_flag(int grade, GradeModifier modifier)
    {
        var finding = Record(Given.ActivePlan(), WorkUp.Strength("L5", grade, modifier)).After.Exams.Single().Findings.Single();
        Assert.Equal(("exam.severe-motor-deficit", RuleSeverity.Warn), (finding.RuleId, finding.Severity));
        Assert.Contains("left extensor hallucis longus", finding.Text, StringComparison.Ordinal);
        Assert.Contains("progressive-deficit", finding.Text, StringComparison.Ordinal);
    }

    [Fact, RuleMet("exam.severe-motor-deficit")]
    public void A_little_more_than_three_does_not() => Assert.Empty(Record(Given.ActivePlan(), WorkUp.Strength("L5", 3, GradeModifier.Plus)).After.Exams.Single().Findings);

    [Theory, RuleMet("exam.severe-motor-deficit"), RuleNotMet("exam.severe-motor-deficit")]
    [InlineData(5, GradeModifier.Unspecified, 4, GradeModifier.Minus, false)]
    [InlineData(5, GradeModifier.Unspecified, 3, GradeModifier.Plus, false)]
    [InlineData(5, GradeModifier.Unspecified, 3, GradeModifier.Unspecified, true)]
    [InlineData(3, GradeModifier.Unspecified, 3, GradeModifier.Unspecified, false)]
    [InlineData(3, GradeModifier.Unspecified, 2, GradeModifier.Minus, false)]
    [InlineData(3, GradeModifier.Unspecified, 1, GradeModifier.Unspecified, true)]
    [InlineData(2, GradeModifier.Unspecified, 3, GradeModifier.Unspecified, false)]
    public void Against_the_examination_before_it_is_the_loss_or_the_step_to_three_that_asks(int before, GradeModifier beforeModifier, int now, GradeModifier modifier, bool asks)
    {
        var given = Given.ActivePlan().Examined(7, WorkUp.Strength("L5", before, beforeModifier), WorkUp.OtherExamId);
        Assert.Equal(asks, Record(given, WorkUp.Strength("L5", now, modifier)).After.Exams[^1].Findings.Any(f => f.RuleId == "exam.severe-motor-deficit"));
    }

    [Fact]
    public void The_other_side_is_another_muscle() => Assert.NotEmpty(
        Record(Given.ActivePlan().Examined(7, WorkUp.Strength("L5", 2, side: Side.Right), WorkUp.OtherExamId), WorkUp.Strength("L5", 2)).After.Exams[^1].Findings);

    [Fact]
    public void Once_the_flag_is_raised_it_is_not_asked_for_again() => Assert.Empty(Record(Given.ActivePlan().RedFlag(), WorkUp.Strength("L5", 1)).After.Exams.Single().Findings);

    [Theory, RuleNotMet("exam.saddle-deficit")]
    [InlineData("S3", Sensation.Reduced)]
    [InlineData("S5", Sensation.Absent)]
    public void Less_feeling_in_the_saddle_asks_for_a_red_flag(string dermatome, Sensation sensation) =>
        Assert.Equal("exam.saddle-deficit", Record(Given.ActivePlan(), Pinprick(dermatome, sensation)).After.Exams.Single().Findings.Single().RuleId);

    [Theory, RuleMet("exam.saddle-deficit")]
    [InlineData("S2", Sensation.Absent)]
    [InlineData("S3", Sensation.Normal)]
    [InlineData("S4", Sensation.Increased)]
    public void Elsewhere_or_with_feeling_it_does_not(string dermatome, Sensation sensation) =>
        Assert.Empty(Record(Given.ActivePlan(), Pinprick(dermatome, sensation)).After.Exams.Single().Findings);

    [Fact]
    public void A_lax_sphincter_asks_too_and_an_old_deficit_that_is_no_worse_does_not()
    {
        var lax = new ExamBody { Tests = { new ExamTestFinding { Test = ExamTest.AnalSphincterTone, Result = ExamTestResult.Positive } } };
        Assert.Equal("exam.saddle-deficit", Record(Given.ActivePlan(), lax).After.Exams.Single().Findings.Single().RuleId);
        var old = Given.ActivePlan().Examined(9, Pinprick("S4", Sensation.Reduced), WorkUp.OtherExamId);
        Assert.Empty(Record(old, Pinprick("S4", Sensation.Reduced)).After.Exams[^1].Findings);
        Assert.Single(Record(old, Pinprick("S4", Sensation.Absent)).After.Exams[^1].Findings);
    }

    [Fact]
    public void A_site_that_blocks_lets_who_may_override_it()
    {
        var site = SiteRules.With("[{'id': 'exam.severe-motor-deficit', 'severity': 'block', 'overridableBy': ['physiatrist']}]");
        var request = WorkUp.Exam(WorkUp.Strength("L5", 2));
        Given.ActivePlan().When(new RecordExam(site), request, Given.Lead).ThenRefused("exam.severe-motor-deficit");
        request.Overrides.Add(new OverrideRequest { RuleId = "exam.severe-motor-deficit", Reason = "Polio as a child." });
        var after = Given.ActivePlan().When(new RecordExam(site), request, Given.Lead).After;
        Assert.Equal(($"exam/{WorkUp.ExamId}", "Polio as a child."), (after.RuleOverrides.Single().Subject, after.Exams.Single().Findings.Single().Override.Reason));
    }

    private static ExamBody Pinprick(string dermatome, Sensation sensation) =>
        new() { Sensation = { new SensationFinding { Dermatome = dermatome, Side = Side.Bilateral, Modality = SensoryModality.Pinprick, Sensation = sensation } } };
}
