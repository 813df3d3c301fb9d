namespace CareTeam.Cli.Diagnostics;

public static class PainGeneratorCommands
{
    public static Command Group() => new("pain-generator", "What the pain comes from, as physicians conclude") { PainGeneratorConclude.Command() };
}
