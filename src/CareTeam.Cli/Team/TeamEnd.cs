namespace CareTeam.Cli.Team;

public static class TeamEnd
{
    public static Command Command()
    {
        var person = TextOption.Required("--person", "Id of the person", "id");
        var reason = TextOption.Required("--reason", "Why the person leaves");
        return new Command("end", "End a membership; the person's open tasks go back to the whole team (the lead, or members their own)") { person, reason }
            .SendsOnPlan("Membership ended.", parse => new EndMembershipRequest { PersonId = parse.GetValue(person), Reason = parse.GetValue(reason) });
    }
}
