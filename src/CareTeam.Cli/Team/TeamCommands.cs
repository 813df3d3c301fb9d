namespace CareTeam.Cli.Team;

public static class TeamCommands
{
    public static Command Group() => new("team", "Who works on a plan") { TeamAdd.Command(), TeamSupervise.Command(), TeamEnd.Command() };
}
