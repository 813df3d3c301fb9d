namespace CareTeam.Cli.Demo;

/// <summary>Who is on the team, who supervises, who leads.</summary>
public sealed partial class DemoPen
{
    public void Joins(Person by, params ReadOnlySpan<Person> people)
    {
        foreach (var person in people) Write(by, $"adds {Shown.NameAndRole(person)} to the team", new AddMemberRequest { Person = person });
    }

    public void Supervises(Person by, Person supervisor, Person assistant) =>
        Write(by, $"names {supervisor.Name} supervisor of {assistant.Name}", new AssignSupervisorRequest { PersonId = assistant.PersonId, SupervisorPersonId = supervisor.PersonId });

    public void Proposes(Person by, string handover, Person to, string reason) =>
        Write(by, $"asks {to.Name} to take the lead: {reason}", new ProposeHandoverRequest { HandoverId = Id(handover), PersonId = to.PersonId, Reason = reason });

    public void TakesTheLead(Person by, string handover) => Write(by, "accepts, and leads the plan from now on", new AcceptHandoverRequest { HandoverId = Id(handover) });

    public void DeclinesTheLead(Person by, string handover, string reason) =>
        Write(by, $"declines: {reason}", new DeclineHandoverRequest { HandoverId = Id(handover), Reason = reason });
}
