namespace CareTeam.Cli.Outcomes;

/// <summary>A trajectory as a clinician reads it: chart, what else happened, and each measurement with its change by every criterion.</summary>
public sealed class TrendPage(Screen screen, GetTrajectoryResponse trajectory)
{
    private const int WidestChart = 100;

    /// <summary>What may have moved a score comes first when there are more than letters.</summary>
    private static readonly MarkerKind[] Telling = [MarkerKind.Procedure, MarkerKind.RedFlag, MarkerKind.Therapy, MarkerKind.Medication, MarkerKind.Plan, MarkerKind.Diagnostics];

    private readonly IReadOnlyList<TrajectoryMarker> markers =
        [.. trajectory.Markers.OrderBy(m => Array.IndexOf(Telling, m.Kind)).Take(TrendChart.MostMarkers).OrderBy(m => m.OccurredAt.ToDateTimeOffset()).ThenBy(m => m.PlanVersion)];

    public void Draw()
    {
        if (trajectory.Instrument is { } instrument)
            screen.Markup($"[bold]{Shown.Safe(instrument.Name)}[/]  [grey]definition {Shown.Safe(instrument.Version)} of {instrument.EffectiveDate}[/]");
        if (trajectory.Series.Count == 0) screen.Line("Nothing is measured by it yet.");
        foreach (var series in trajectory.Series) Draw(series);
        if (trajectory.Series.Any(HasChart)) Legend();
    }

    private void Draw(TrajectorySeries series)
    {
        screen.Line();
        var name = series.SubscaleId.Length > 0 ? series.SubscaleId : trajectory.Instrument?.Abbreviation ?? "";
        screen.Markup($"[bold]{Shown.Safe(name + OutcomeWords.Kind(series.Form, series.ReferenceWindow))}[/]");
        if (series.Score is { } score) screen.Markup($"[grey]{Shown.Safe(Limits(score))}[/]");
        if (HasChart(series))
            foreach (var line in new TrendChart(series, markers, Math.Min(screen.Out.Profile.Width, WidestChart), Ranks).Lines()) screen.Line(line);
        Table(series);
    }

    private string Limits(InstrumentScore score) => trajectory.Instrument is { ImprovementHeldDays: > 0 and var days }
        ? $"{OutcomeWords.Direction(score.HigherIs)}; a better rank counts when it is held for {days} days"
        : $"{OutcomeWords.Direction(score.HigherIs)}; important from (MCID) {OutcomeWords.Limit(score.Mcid, score.Unit)}; measurement error below (MDC) {OutcomeWords.Limit(score.Mdc, score.Unit)}";

    private IReadOnlyDictionary<int, string> Ranks => trajectory.Instrument?.Codes.Where(c => c.HasRank).ToDictionary(c => c.Rank, c => c.Label) ?? [];

    private static bool HasChart(TrajectorySeries series) => series.Score is not null && series.BaselineOutcomeId.Length > 0;

    private void Table(TrajectorySeries series)
    {
        var listing = new Listing(screen, "Band", "Measured", "Score", "Band", "From baseline", "Important", "Certainty", "From the last", "By");
        foreach (var point in series.Points)
        {
            listing.Row(Shown.Time(point.MeasuredAt), Shown.Safe(OutcomeWords.Value(point.Score)), Band(point),
                Baseline(series, point), Important(point.FromBaseline), OutcomeWords.Certainty(point.FromBaseline), SinceLast(point.FromPrevious),
                Shown.Safe(Shown.NameAndRole(point.RecordedBy)));
        }
        listing.Draw();
    }

    private static string Band(TrajectoryPoint point)
    {
        var then = point.Rescored ? $" [grey](shown then: {Shown.Safe($"{OutcomeWords.Score(point.ScoreThen)}; definition {point.DefinitionVersionThen}")})[/]" : "";
        var early = point.Completion == TestCompletion.StoppedEarly ? " [yellow]stopped early[/]" : "";
        return Shown.Safe(point.Score.Unit == "code" ? "" : point.Score.Band) + early + (point.NeedsSafetyReview ? " [red]safety review[/]" : "") + then;
    }

    private static string Baseline(TrajectorySeries series, TrajectoryPoint point) =>
        point.OutcomeId == series.BaselineOutcomeId ? "[grey]baseline[/]" : OutcomeWords.Change(point.FromBaseline);

    // On a narrow terminal there is no heading to tell it from the change before it.
    private static string SinceLast(OutcomeChange? change) => change is null ? "" : $"since last {OutcomeWords.Change(change)}";

    private static string Important(OutcomeChange? change)
    {
        var words = OutcomeWords.Important(change);
        return change is { HasWorsenedByMcid: true, WorsenedByMcid: true } ? $"[red]{words}[/]" : change is { HasMeetsMcid: true, MeetsMcid: true } ? $"[green]{words}[/]" : words;
    }

    private void Legend()
    {
        screen.Line();
        screen.Markup("[grey]● measured   × no score   ─ baseline   ░ no important change (MCID)[/]");
        foreach (var (i, marker) in markers.Index()) screen.Line($"  {TrendChart.Letter(i)}  {Shown.Day(marker.OccurredAt)}  {marker.Text}");
        if (trajectory.Markers.Count > markers.Count) screen.Line($"  and {trajectory.Markers.Count - markers.Count} more");
    }
}
