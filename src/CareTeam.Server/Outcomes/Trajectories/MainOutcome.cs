namespace CareTeam.Server.Outcomes;

/// <summary>The one outcome that a list of plans shows: how well the patient gets on, or else how bad the pain is, or else what was measured most.</summary>
public static class MainOutcome
{
    private const int Shown = 12;

    // Disability first, as the core outcome set for low back pain puts function beside pain (Chiarotto et al. 2015).
    private static readonly string[] Preferred = ["odi", "rmdq24", "qbpds", "nprs", "vas100"];

    public static OutcomeTrend? Trend(IEnumerable<OutcomeMeasurement> outcomes)
    {
        var scored = outcomes.Where(o => Score(o) is not null).ToList();
        var main = scored.GroupBy(o => o.InstrumentId)
            .OrderBy(g => Array.IndexOf(Preferred, g.Key) is var place and >= 0 ? place : int.MaxValue).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (main is null) return null;
        var byTime = main.OrderBy(o => o.MeasuredAt.ToDateTime()).ToList();
        var newest = byTime[^1];
        var alike = byTime.Where(o => o.Form == newest.Form && o.ReferenceWindow == newest.ReferenceWindow).TakeLast(Shown);
        return new()
        {
            InstrumentId = newest.InstrumentId,
            Abbreviation = newest.Abbreviation,
            Unit = Score(newest)!.Unit,
            HigherIs = Score(newest)!.HigherIs,
            Points = { alike.Select(o => new TrendPoint { MeasuredAt = o.MeasuredAt, Value = Score(o)!.Value }) },
        };
    }

    /// <summary>The instrument's own score, where it is a number that gets better or worse.</summary>
    private static OutcomeScore? Score(OutcomeMeasurement outcome) =>
        outcome.Scores.FirstOrDefault(s => s is { SubscaleId: "", HasValue: true } && s.HigherIs != HigherIs.Unspecified && s.Unit != "code");
}
