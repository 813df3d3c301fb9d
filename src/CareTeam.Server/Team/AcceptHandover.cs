namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<AcceptHandoverResponse> AcceptHandover(AcceptHandoverRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// Who was asked takes the plan over, by one event: what the old lead sends is decided before it, as the lead's, or after it, as a member's. Tasks stay with their assignees.
/// </summary>
public sealed class AcceptHandover : PlanCommand<AcceptHandoverRequest, AcceptHandoverResponse>
{
    public override Permission Who => Permission.To(Capability.Lead);

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AcceptHandoverRequest request, Caller caller, Timestamp now)
    {
        if (caller.Is(plan.Lead) && plan.PendingHandover is null) yield break;
        var handover = plan.Pending(request.HandoverId);
        if (!caller.Is(handover.ProposedTo)) throw Fault.Forbidden("NOT_WHO_WAS_ASKED", "Only who was asked to take the plan over may accept.");
        yield return new PlanEvent { HandoverAccepted = new() { HandoverId = handover.HandoverId, Lead = plan.CurrentMember(caller.Person.PersonId)!.Person } };
    }
}
