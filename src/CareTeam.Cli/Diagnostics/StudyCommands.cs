namespace CareTeam.Cli.Diagnostics;

public static class StudyCommands
{
    public static Command Group() => new("order", "Imaging and electrodiagnosis") { StudyOrder.Command(), StudyResultRecord.Command(), StudyCancel.Command(), StudyReport.Command() };
}
