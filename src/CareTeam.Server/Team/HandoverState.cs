namespace CareTeam.Server.Team;

/// <summary>Questions about a hand-over that several use cases ask.</summary>
public static class HandoverState
{
    /// <summary>The one that waits for an answer. Throws Refused when none does, or when it is not the one that is meant.</summary>
    public static Handover Pending(this CarePlan plan, string handoverId) =>
        plan.PendingHandover is { } pending && (handoverId.Length == 0 || handoverId == pending.HandoverId)
            ? pending
            : throw Fault.Refused("handover.pending", $"plan/{plan.PlanId}", plan.PendingHandover is null ? "No hand-over waits for an answer." : "Another hand-over waits for an answer by now.");

    /// <summary>Takes back what waits for an answer, if anything does.</summary>
    public static IEnumerable<PlanEvent> Withdrawn(CarePlan plan, string reason)
    {
        if (plan.PendingHandover is { } pending) yield return new PlanEvent { HandoverWithdrawn = new() { HandoverId = pending.HandoverId, Reason = reason } };
    }
}
