using CareTeam.Cli.Outcomes;

namespace CareTeam.Cli.Tests.Outcomes;

public sealed class OutcomeWordsTests
{
    [Fact]
    public void Both_criteria_are_told_and_each_by_itself()
    {
        var change = new OutcomeChange { Delta = -7, Improvement = 7, ImprovementPercent = 35, MeetsMcid = false, MeetsMcidPercent = true, WorsenedByMcid = false, Certainty = ChangeCertainty.WithinError };
        Assert.Equal(("-7, 35 % better", "absolute: no, percent: yes", "within error"), (OutcomeWords.Change(change), OutcomeWords.Important(change), OutcomeWords.Certainty(change)));
    }

    [Fact]
    public void A_change_is_called_real_only_when_the_server_says_so()
    {
        Assert.Equal("not known", OutcomeWords.Certainty(new() { Certainty = ChangeCertainty.Unknown, MeetsMcid = true }));
        Assert.Equal("real", OutcomeWords.Certainty(new() { Certainty = ChangeCertainty.Real }));
    }

    [Fact]
    public void A_limit_that_is_of_another_score_says_so() =>
        Assert.Equal("4.72 raw points of the standardised score (not applied)", OutcomeWords.Limit(new() { Absolute = 4.72, AppliesTo = "standardised score" }, "raw points"));

    [Fact]
    public void A_score_of_percent_changes_by_percentage_points() =>
        Assert.Equal("10 percentage points or 30 % of the baseline", OutcomeWords.Limit(new() { Absolute = 10, PercentOfBaseline = 30 }, "%"));

    [Fact]
    public void A_safety_review_is_not_to_be_overlooked() =>
        Assert.Contains("SAFETY REVIEW", OutcomeWords.Of(new() { Outcome = new() { Abbreviation = "PHQ-9", NeedsSafetyReview = true, Scores = { new OutcomeScore { Value = 1, Unit = "points" } } } }), StringComparison.Ordinal);
}
