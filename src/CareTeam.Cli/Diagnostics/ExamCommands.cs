namespace CareTeam.Cli.Diagnostics;

public static class ExamCommands
{
    public static Command Group() => new("exam", "Physical examinations") { ExamRecord.Command(), ExamShow.Command() };
}
