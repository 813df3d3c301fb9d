using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Outcomes;

/// <summary>Each measure with where it began, where it stands and how it went; only like with like. `outcome trend` has the chart.</summary>
internal static class OutcomeSection
{
    private const int LastValues = 10;

    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Outcomes.Count == 0) return;
        var series = plan.Outcomes.Where(o => o.SupersededByOutcomeId.Length == 0).OrderBy(o => o.MeasuredAt.ToDateTime())
            .SelectMany(o => o.Scores.Where(s => s.HasValue || s.Band.Length > 0), (o, score) => (Outcome: o, Score: score))
            .GroupBy(m => (m.Outcome.InstrumentId, m.Score.SubscaleId, m.Outcome.Form, m.Outcome.ReferenceWindow)).Select(g => g.ToList()).ToList();
        screen.Heading("Outcomes", series.Count, "measures; `outcome trend` draws them");
        var listing = new Listing(screen, "Measure", "Measure", "First and now", "Course", "Last");
        foreach (var measured in series.OrderByDescending(m => m.Count))
        {
            var (first, now) = (measured[0], measured[^1]);
            listing.Row($"{Shown.Safe(Name(now.Outcome, now.Score))}{(now.Score.Unit == "code" ? "" : Shown.Aside(now.Score.Band))}",
                $"{(measured.Count > 1 ? $"{Shown.Safe(OutcomeWords.Value(first.Score))} -> " : "")}[bold]{Shown.Safe(OutcomeWords.Value(now.Score))}[/]",
                measured.Count > 2 ? Course([.. measured.Select(m => m.Score)]) : "", Shown.Day(now.Outcome.MeasuredAt));
        }
        listing.Draw();
        foreach (var outcome in plan.Outcomes.Where(o => o.SupersededByOutcomeId.Length > 0)) Superseded(screen, outcome, plan.Outcomes.FirstOrDefault(o => o.OutcomeId == outcome.SupersededByOutcomeId));
        foreach (var words in plan.Outcomes.Where(o => o.SupersededByOutcomeId.Length == 0).SelectMany(o => OverrideOption.Words(o.Findings)).Distinct()) screen.Markup($"  [yellow]{Shown.Safe(words)}[/]");
    }

    /// <summary>What was mistaken stays to be seen, with who corrected it, when and why.</summary>
    private static void Superseded(Screen screen, OutcomeMeasurement outcome, OutcomeMeasurement? by) => screen.Markup(
        $"  [grey]{Shown.ShortId(outcome.OutcomeId)}  [strikethrough]{Shown.Safe($"{Shown.Day(outcome.MeasuredAt)} {OutcomeWords.Of(new() { Outcome = outcome })}")}[/], "
        + $"corrected by {Shown.Safe(Shown.Name(by?.RecordedBy))} on {Shown.Day(by?.RecordedAt)}{Shown.Safe(Shown.Because(by?.CorrectionReason))}[/]");

    /// <summary>ODI; NPRS (worst 24h); FABQ-PA; SBST psychosocial.</summary>
    private static string Name(OutcomeMeasurement outcome, OutcomeScore score)
    {
        var of = score.SubscaleId.StartsWith(outcome.Abbreviation, StringComparison.OrdinalIgnoreCase) ? score.SubscaleId : $"{outcome.Abbreviation} {score.SubscaleId}".Trim();
        return of + OutcomeWords.Kind(outcome.Form, outcome.ReferenceWindow);
    }

    /// <summary>46 44 40 38 38 28 20 12; of a code nothing.</summary>
    private static string Course(IReadOnlyList<OutcomeScore> scores)
    {
        if (scores[0].Unit == "code") return "";
        var values = scores.TakeLast(LastValues).Select(s => s.HasValue ? Shown.Number(s.Value, "") : "-");
        return (scores.Count > LastValues ? "... " : "") + string.Join(' ', values);
    }
}
