namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<AddMemberResponse> AddMember(AddMemberRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead or a physician of the team adds a person.</summary>
public sealed class AddMember : PlanCommand<AddMemberRequest, AddMemberResponse>
{
    public override Permission Who => Permission.To(Capability.ManageTeam);

    protected override void Validate(AddMemberRequest request, Violations violations)
    {
        if (request.Person is null) violations.Add("person", "is required");
        else
        {
            violations.Required("person.person_id", request.Person.PersonId);
            violations.Text("person.name", request.Person.Name, 200);
            violations.Required("person.role", request.Person.Role);
            if (request.Person.Role != Role.Unspecified && !request.Person.Role.IsOnTeams()) violations.Add("person.role", "is no role on a team");
        }
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AddMemberRequest request, Caller caller, Timestamp now)
    {
        if (plan.CurrentMember(request.Person.PersonId) is { } member)
        {
            if (member.Person.Equals(request.Person)) yield break;
            throw Fault.Refused("team.one-role", $"person/{request.Person.PersonId}",
                $"The person is on the team as {member.Person.Role.ToWords()}; end that membership to add them otherwise.");
        }
        plan.MustNotHaveEnded();
        yield return new PlanEvent { MemberAdded = new() { Person = request.Person, Since = now } };
    }
}
