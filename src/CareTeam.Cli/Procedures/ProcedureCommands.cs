namespace CareTeam.Cli.Procedures;

public static class ProcedureCommands
{
    public static Command Group() => new("procedure", "Injections and ablations that treat: scheduled, performed, followed up")
    {
        ProcedureSchedule.Command(),
        ProcedureReschedule.Command(),
        ProcedureRecord.Command(),
        ProcedureCancel.Command(),
        ProcedureFollowUpRecord.Command(),
    };
}
