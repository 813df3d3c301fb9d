namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<DeclineHandoverResponse> DeclineHandover(DeclineHandoverRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who was asked to take the plan over declines, or the lead takes the proposal back.</summary>
public sealed class DeclineHandover : PlanCommand<DeclineHandoverRequest, DeclineHandoverResponse>
{
    public override Permission Who => Permission.To(Capability.Lead);

    protected override void Validate(DeclineHandoverRequest request, Violations violations) => violations.Text("reason", request.Reason, 2000);

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, DeclineHandoverRequest request, Caller caller, Timestamp now)
    {
        var handover = plan.Pending(request.HandoverId);
        if (caller.Is(handover.ProposedTo))
            yield return new PlanEvent { HandoverDeclined = new() { HandoverId = handover.HandoverId, Reason = request.Reason } };
        else if (caller.Is(plan.Lead))
            yield return new PlanEvent { HandoverWithdrawn = new() { HandoverId = handover.HandoverId, Reason = request.Reason } };
        else
            throw Fault.Forbidden("NOT_LEAD_OR_WHO_WAS_ASKED", "Only who was asked to take the plan over, or its lead, may do this.");
    }
}
