namespace CareTeam.Cli.Team;

public static class TeamSupervise
{
    public static Command Command()
    {
        var assistant = TextOption.Required("--assistant", "Id of the therapy assistant", "person");
        var by = TextOption.Required("--by", "Member of the same discipline who supervises them from now on", "person");
        var reason = TextOption.Optional("--reason", "Why");
        return new Command("supervise", "Name who supervises an assistant, also in place of somebody else (the lead or a physician of the team)") { assistant, by, reason }
            .SendsOnPlan("Supervisor named.", parse => new AssignSupervisorRequest
            {
                PersonId = parse.GetValue(assistant),
                SupervisorPersonId = parse.GetValue(by),
                Reason = parse.GetValue(reason),
            });
    }
}
