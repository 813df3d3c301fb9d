namespace CareTeam.Cli.Therapy;

public static class TherapyCommands
{
    public static Command Group() => new("therapy", "Therapy: its order, exercises, quotas and certification, and what comes of it")
    {
        TherapyOrderWrite.Command(),
        TherapyOrderRevise.Command(),
        TherapyDischarge.Command(),
        ExercisePrescribe.Command(),
        ExerciseAdjust.Command(),
        QuotaSet.Command(),
        TherapyCertify.Command(),
        TherapyVerbalOrder.Command(),
        TherapySent.Command(),
        TherapyProgressShow.Command(),
        TherapyRecordList.Command(),
    };

    public static Command Sessions() => new("session", "Therapy sessions") { SessionLog.Command() };

    public static Command Home() => new("home", "The home programme") { HomeLog.Command() };

    public static Command Reports() => new("report", "Progress reports") { ReportFile.Command() };
}
