namespace CareTeam.Server.Outcomes;

/// <summary>
/// The measurements by one instrument as series, each of one score, form and reference window: only like is compared with like. What is shown is scored anew from
/// the answers by the definition in effect; what was shown then stands beside it.
/// </summary>
public static class Trajectory
{
    /// <param name="instrument">Null: the catalog has it no more; then what was shown then is shown, and no change is judged.</param>
    public static IEnumerable<TrajectorySeries> Of(InstrumentDefinition? instrument, IEnumerable<OutcomeMeasurement> outcomes)
    {
        foreach (var like in outcomes.OrderBy(o => o.MeasuredAt.ToDateTime()).GroupBy(o => (o.Form, o.ReferenceWindow)))
        {
            var (form, window) = like.Key;
            if (instrument is null)
            {
                foreach (var subscale in like.SelectMany(o => o.Scores).Select(s => s.SubscaleId).Distinct())
                    yield return new() { SubscaleId = subscale, Form = form, ReferenceWindow = window, Points = { like.Select(o => Rescored.Without(o, subscale).Point()) } };
                continue;
            }
            var scored = like.Select(o => (Outcome: o, Scored: Rescored.Score(instrument, o))).ToList();
            foreach (var score in instrument.Scores)
            {
                var higherIs = score.SubscaleId.Length == 0 ? instrument.HigherIsOn(form) : score.HigherIs;
                var series = new TrajectorySeries { SubscaleId = score.SubscaleId, Form = form, ReferenceWindow = window, Score = score.Shown() };
                series.Score.HigherIs = higherIs;
                Fill(series, [.. scored.Select(s => Rescored.Of(instrument, score.SubscaleId, s.Outcome, s.Scored))], new(instrument, score, higherIs));
                yield return series;
            }
        }
    }

    /// <summary>By what two measurements of a series are compared.</summary>
    private sealed record Comparison(InstrumentDefinition Instrument, ScoreDefinition Score, HigherIs HigherIs)
    {
        public OutcomeChange? Between(Rescored earlier, Rescored later)
        {
            if (!Instrument.Items.Any(i => i.Named)) return Changes.Between(Score, HigherIs, earlier.Value!.Value, later.Value!.Value);
            return Activities.Compared(earlier.Outcome.Answers, later.Outcome.Answers) is { } both ? Changes.Between(Score, HigherIs, both.Earlier, both.Later, both.Count) : null;
        }
    }

    private static void Fill(TrajectorySeries series, IReadOnlyList<Rescored> all, Comparison comparison)
    {
        var baseline = all.FirstOrDefault(m => m.Value is not null);
        series.BaselineOutcomeId = baseline?.Outcome.OutcomeId ?? "";
        Rescored? previous = null;
        foreach (var measured in all)
        {
            var point = measured.Point();
            series.Points.Add(point);
            if (measured.Value is null) continue;
            if (measured != baseline) point.FromBaseline = comparison.Between(baseline!, measured);
            if (previous is not null) point.FromPrevious = comparison.Between(previous, measured);
            previous = measured;
        }
        if (comparison.Instrument.ImprovementHeldDays is > 0 and var days) HeldImprovement.Mark(series.Points, days);
    }
}
