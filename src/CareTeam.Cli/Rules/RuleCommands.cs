namespace CareTeam.Cli.Rules;

public static class RuleCommands
{
    public static Command Group() => new("rule", "The rules that guard decisions on this server") { RuleList.Command() };
}
