namespace CareTeam.Cli.Team;

public static class CaseloadCommands
{
    public static Command Group() => new("caseload", "All that one person has on all plans") { CaseloadTransfer.Command() };
}
