namespace CareTeam.Cli.Therapy;

public static class TherapyCommands
{
    public static Command Group() => new("therapy", "Therapy: its order, exercises, quotas and certification, and what comes of it")
    {
        TherapyOrdering.Order(),
        TherapyOrdering.Revise(),
        TherapyOrdering.Discharge(),
        ExerciseCommands.Prescribe(),
        ExerciseCommands.Adjust(),
        ExerciseCommands.Quota(),
        CertificationCommands.Certify(),
        CertificationCommands.VerbalOrder(),
        CertificationCommands.Sent(),
        TherapyProgressShow.Command(),
        TherapyRecordList.Command(),
    };

    public static Command Sessions() => new("session", "Therapy sessions") { SessionLog.Command() };

    public static Command Home() => new("home", "The home programme") { HomeLog.Command() };

    public static Command Reports() => new("report", "Progress reports") { ReportFile.Command() };
}
