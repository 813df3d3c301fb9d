using System.Globalization;

namespace CareTeam.Cli.Outcomes;

/// <summary>Scores and changes in words.</summary>
public static class OutcomeWords
{
    public static string Of(OutcomeRecorded recorded)
    {
        var outcome = recorded.Outcome;
        if (outcome is null) return "Outcome recorded";
        var scores = string.Join("; ", outcome.Scores.Select(Score));
        return $"{outcome.Abbreviation}{Kind(outcome.Form, outcome.ReferenceWindow)}{Shown.Corrected(outcome.CorrectionReason)}: {(outcome.Completion == TestCompletion.Unable ? "not possible" : scores)}"
            + (outcome.NeedsSafetyReview ? " - SAFETY REVIEW TODAY" : "");
    }

    /// <summary>FABQ-PA 18 points, high.</summary>
    public static string Score(OutcomeScore score) =>
        string.Join(" ", new[] { score.SubscaleId, Value(score), score.Profile }.Where(t => t.Length > 0)) + (score.Band.Length > 0 && score.HasValue && score.Unit != "code" ? $", {score.Band}" : "");

    public static string Value(OutcomeScore score) => score.Unit == "code" ? score.Band
        : score.HasValue ? Shown.Number(score.Value, score.Unit) : $"no score ({score.UnscoredReason})";

    /// <summary>(form 2.0, worst 24h)</summary>
    public static string Kind(string form, string window) =>
        string.Join(", ", new[] { form.Length > 0 ? $"form {form}" : "", window.Replace('_', ' ') }.Where(t => t.Length > 0)) is { Length: > 0 } words ? $" ({words})" : "";

    /// <summary>-16, 33.33 % better.</summary>
    public static string Change(OutcomeChange? change) => change is null ? "" : Signed(change.Delta) + (change.HasImprovementPercent
        ? $", {Math.Abs(change.ImprovementPercent).ToString("0.##", CultureInfo.InvariantCulture)} % {(change.Improvement < 0 ? "worse" : "better")}" : "")
        + (change.ComparedActivities > 0 ? $" on {change.ComparedActivities} {(change.ComparedActivities == 1 ? "activity" : "activities")}" : "");

    /// <summary>The absolute criterion and that in percent, each by itself: they often disagree.</summary>
    public static string Important(OutcomeChange? change) => change is null ? "" : string.Join(", ", new[]
    {
        change.HasMeetsMcid ? change.WorsenedByMcid ? "absolute: worse" : $"absolute: {YesNo(change.MeetsMcid)}" + (change.McidLevel.Length > 0 ? $" ({change.McidLevel})" : "") : "",
        change.HasMeetsMcidPercent ? $"percent: {YesNo(change.MeetsMcidPercent)}" : "",
        change.HasImprovementHeld ? change.ImprovementHeld ? "held" : "not held" : "",
    }.Where(t => t.Length > 0)) is { Length: > 0 } words ? words : "not known";

    public static string Certainty(OutcomeChange? change) => change?.Certainty switch
    {
        null => "",
        ChangeCertainty.Real => "real",
        ChangeCertainty.WithinError => "within error",
        _ => "not known",
    };

    public static string Direction(HigherIs higherIs) => higherIs switch { HigherIs.Better => "higher is better", HigherIs.Worse => "higher is worse", _ => "" };

    public static string Limit(ChangeCriterion? limit, string unit) => limit is null ? "not known" : string.Join(" or ", new[]
    {
        limit.HasAbsolute ? Shown.Number(limit.Absolute, unit == "%" ? "percentage points" : unit) : "",
        limit.HasPercentOfBaseline ? $"{Shown.Number(limit.PercentOfBaseline, "%")} of the baseline" : "",
    }.Where(t => t.Length > 0)) + (limit.AppliesTo.Length > 0 ? $" of the {limit.AppliesTo} (not applied)" : "");

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static string Signed(double delta) => delta.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture);
}
