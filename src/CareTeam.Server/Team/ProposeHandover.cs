namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<ProposeHandoverResponse> ProposeHandover(ProposeHandoverRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead asks a physician of the team to take the plan over. Until they accept, nothing changes.</summary>
public sealed class ProposeHandover(ScopeOfPractice scope) : PlanCommand<ProposeHandoverRequest, ProposeHandoverResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(ProposeHandoverRequest request, Violations violations)
    {
        violations.Required("person_id", request.PersonId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override ProposeHandoverResponse Reply(CarePlan after, ProposeHandoverRequest request) => new() { HandoverId = request.Or(request.HandoverId, "handover") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ProposeHandoverRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        if (plan.PendingHandover is not null)
            throw Fault.Refused("handover.one-at-a-time", $"plan/{plan.PlanId}", "A hand-over waits for an answer already; take it back first.");
        if (plan.CurrentMember(request.PersonId) is not { } member || !scope.May(member.Person.Role, Capability.Lead) || caller.Is(member.Person))
            throw Fault.Refused("handover.successor-may-lead", $"person/{request.PersonId}",
                $"A plan is handed over to another member of the team who may lead ({string.Join(", ", scope[Capability.Lead].Roles.Select(r => r.ToWords()))}).");
        yield return new PlanEvent { HandoverProposed = new() { HandoverId = request.Or(request.HandoverId, "handover"), ProposedTo = member.Person, Reason = request.Reason } };
    }
}
