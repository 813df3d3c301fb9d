namespace CareTeam.Cli.Plans;

public static class FlagCommands
{
    public static Command Group() => new("flag", "Red flags: warning signs that stop the routine pathway") { FlagRaise.Command(), FlagResolve.Command() };
}
