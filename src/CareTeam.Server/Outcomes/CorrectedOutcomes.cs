namespace CareTeam.Server.Outcomes;

/// <summary>A measurement that was mistaken stays to be seen, and whoever counts or compares leaves it out.</summary>
public static class CorrectedOutcomes
{
    public static readonly RuleKey GoalClosed = new("outcome.goal-closed-on-corrected");

    /// <summary>Those that no later one corrects.</summary>
    public static IEnumerable<OutcomeMeasurement> OutcomesThatHold(this CarePlan plan) => plan.Outcomes.Where(o => o.SupersededByOutcomeId.Length == 0);

    public static OutcomeMeasurement CorrectableOutcome(this CarePlan plan, string outcomeId, Caller caller)
    {
        var outcome = plan.Outcomes.FirstOrDefault(o => o.OutcomeId == outcomeId) ?? throw Fault.NotFound("outcome", outcomeId);
        plan.MustBeCorrectable("outcome", outcomeId, outcome.RecordedBy, outcome.SupersededByOutcomeId, caller);
        return outcome;
    }

    /// <summary>A goal that was closed keeps the attainment with which it was; who corrects what it rested on is told.</summary>
    public static RuleCheck AskClosedGoals(this RuleCheck check, CarePlan plan, OutcomeMeasurement? corrected) => check.Ask(GoalClosed, _ =>
        plan.Goals.FirstOrDefault(g => g.Status != GoalStatus.Active && corrected is not null && g.Attainment?.OutcomeId == corrected.OutcomeId) is { } goal
            ? $"A goal measured by {corrected!.Abbreviation} was closed as {goal.Status.Spoken()} when this measurement was the newest; look at it again."
            : null);
}
