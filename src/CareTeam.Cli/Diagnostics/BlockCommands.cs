namespace CareTeam.Cli.Diagnostics;

public static class BlockCommands
{
    public static Command Group() => new("block", "Diagnostic blocks: does the pain come from there?") { BlockRecord.Command() };
}
