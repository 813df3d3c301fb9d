namespace CareTeam.Server.Outcomes;

/// <summary>From one score to a later one, held against every criterion by itself: absolute and percent, importance (MCID) and measurement error (MDC).</summary>
public static class Changes
{
    /// <param name="higherIs">Of the form that was used; it may turn the score around.</param>
    /// <param name="activities">How many activities that the patient named are compared; null: the instrument has none.</param>
    public static OutcomeChange Between(ScoreDefinition score, HigherIs higherIs, Exact earlier, Exact later, int? activities = null)
    {
        var delta = later - earlier;
        var improvement = higherIs == HigherIs.Better ? delta : -delta;
        // Ranks have an order, but no distances to take a share of.
        var percent = score is InstrumentDefinition { Codes.Count: > 0 } ? null : Percent(improvement, earlier);
        var change = new OutcomeChange
        {
            Delta = (double)delta.Rounded(score.ShownDecimals),
            Improvement = (double)improvement.Rounded(score.ShownDecimals),
            Certainty = Certainty(score.Mdc, delta.Sign < 0 ? -delta : delta, activities),
            ComparedActivities = activities ?? 0,
        };
        if (percent is { } p) change.ImprovementPercent = (double)p.Rounded(2);
        if (score.Mcid is not { Of: "" } mcid) return change;
        if (mcid.Absolute is { } absolute) (change.MeetsMcid, change.WorsenedByMcid) = (improvement >= absolute, -improvement >= absolute);
        if (mcid.PercentOfBaseline is { } limit && percent is { } reached) change.MeetsMcidPercent = reached >= limit;
        change.McidLevel = mcid.Levels.LastOrDefault(level => improvement >= level.Value).Key ?? "";
        return change;
    }

    /// <summary>
    /// An improvement in percent of the earlier score. Null when that is 0: there is nothing to take a share of. Below 0, where only a
    /// health index goes, a share would have the wrong sign.
    /// </summary>
    public static Exact? Percent(Exact improvement, Exact earlier) => earlier.Sign <= 0 ? null : 100 * improvement / earlier;

    private static ChangeCertainty Certainty(Criterion? mdc, Exact size, int? activities)
    {
        if (mdc is not { Of: "", Absolute: { } limit }) return ChangeCertainty.Unknown;
        if (activities == 1) limit = mdc.OneActivity ?? limit;
        return size >= limit ? ChangeCertainty.Real : ChangeCertainty.WithinError;
    }
}
