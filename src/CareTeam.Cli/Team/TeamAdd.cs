namespace CareTeam.Cli.Team;

public static class TeamAdd
{
    public static Command Command()
    {
        var person = TextOption.Required("--person", "Id of the person, as in their token", "id");
        var name = TextOption.Required("--name", "Name of the person", "name");
        var role = WordOption.One<Role>("--role", "Role of the person", required: true);
        var supervisor = TextOption.Optional("--supervisor", "Of a therapy assistant: the member who supervises them", "person");
        return new Command("add", "Add a person to the team (the lead or a physician of the team)") { person, name, role, supervisor }
            .SendsOnPlan("Member added.", parse => new AddMemberRequest
            {
                Person = new Person { PersonId = parse.GetValue(person), Name = parse.GetValue(name), Role = parse.GetValue(role) },
                SupervisorPersonId = parse.GetValue(supervisor),
            });
    }
}
