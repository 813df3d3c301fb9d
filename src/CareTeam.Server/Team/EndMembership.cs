namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<EndMembershipResponse> EndMembership(EndMembershipRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead ends a membership, or members end their own; see Departure for what comes with it.</summary>
public sealed class EndMembership(RuleTable rules) : PlanCommand<EndMembershipRequest, EndMembershipResponse>
{
    public override Permission Who => Permission.AnyoneOfTeam;

    protected override void Validate(EndMembershipRequest request, Violations violations)
    {
        violations.Required("person_id", request.PersonId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, EndMembershipRequest request, Caller caller, Timestamp now)
    {
        if (!caller.Is(plan.Lead) && request.PersonId != caller.Person.PersonId)
            throw Fault.Forbidden("NOT_THE_LEAD", "Only the lead ends the membership of somebody else.");
        if (plan.Members.All(m => m.Person.PersonId != request.PersonId)) throw Fault.NotFound("member", request.PersonId);
        if (!plan.HasMember(request.PersonId)) yield break;
        if (plan.Lead.PersonId == request.PersonId)
            throw Fault.Refused("team.lead-stays", $"person/{request.PersonId}", "The lead cannot leave the team; hand the plan over first.");
        foreach (var e in Departure.Events(request, rules, plan, caller.Person, request.PersonId, request.Reason, now)) yield return e;
    }
}
