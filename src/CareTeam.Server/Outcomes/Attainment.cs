namespace CareTeam.Server.Outcomes;

/// <summary>How far goals are reached, by the newest measurement as it was shown. Worked out in the fold, which needs no catalog: the measurement says which way is better.</summary>
public static class Attainment
{
    /// <summary>After a measurement: of the active goals that are measured by its instrument.</summary>
    public static void After(CarePlan plan, string instrumentId)
    {
        for (var i = 0; i < plan.Goals.Count; i++)
            if (plan.Goals[i] is { Status: GoalStatus.Active, MeasuredBy.InstrumentId: var id } && id == instrumentId) plan.Goals[i] = With(plan, plan.Goals[i]);
    }

    /// <summary>A goal with what the plan's measurements say of it.</summary>
    public static Goal With(CarePlan plan, Goal goal)
    {
        var copy = goal.Clone();
        copy.Attainment = Of(plan, goal);
        return copy;
    }

    private static GoalAttainment? Of(CarePlan plan, Goal goal)
    {
        if (goal.MeasuredBy is not { } by || !goal.HasScoreTarget) return null;
        var measured = plan.OutcomesThatHold().Where(o => Counts(o, by))
            .Select(o => (Outcome: o, Score: o.Scores.FirstOrDefault(s => s.SubscaleId == by.SubscaleId && s.HasValue)))
            .Where(m => m.Score is not null)
            .OrderBy(m => m.Outcome.MeasuredAt.ToDateTime()).ToList();
        if (measured.Count == 0) return null;
        // A goal of old names neither form nor window; then only what is like the earliest measurement is held against it.
        measured.RemoveAll(m => (m.Outcome.Form, m.Outcome.ReferenceWindow) != (measured[0].Outcome.Form, measured[0].Outcome.ReferenceWindow));
        var (newest, score) = measured[^1];
        var (from, now, target) = (goal.HasScoreBaseline ? goal.ScoreBaseline : measured[0].Score!.Value, score!.Value, goal.ScoreTarget);
        var attainment = new GoalAttainment
        {
            Reached = score.HigherIs == HigherIs.Better ? now >= target : now <= target,
            Value = now,
            Baseline = from,
            Unit = score.Unit,
            OutcomeId = newest.OutcomeId,
            MeasuredAt = newest.MeasuredAt,
        };
        if (from != target) attainment.Percent = (double)(100 * (Exact.Written(now) - Exact.Written(from)) / (Exact.Written(target) - Exact.Written(from))).Rounded(2);
        return attainment;
    }

    private static bool Counts(OutcomeMeasurement outcome, GoalMeasure by) =>
        outcome.InstrumentId == by.InstrumentId && (by.Form.Length == 0 || outcome.Form == by.Form) && (by.ReferenceWindow.Length == 0 || outcome.ReferenceWindow == by.ReferenceWindow);
}
