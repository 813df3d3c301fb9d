using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Procedures;

public static class ProcedureReschedule
{
    public static Command Command()
    {
        var procedure = IdOption.Existing("procedure");
        var on = DayOption.Day("--on", "New day", required: true);
        var reason = TextOption.Optional("--reason", "Why");
        return new Command("reschedule", "Move a scheduled procedure, and its task, to another day (who performs procedures)") { procedure, on, reason }
            .TakesOverrides()
            .SendsOnPlan("Rescheduled.", parse => new RescheduleProcedureRequest
            {
                ProcedureId = parse.GetValue(procedure),
                PlannedDate = parse.GetValue(on),
                Reason = parse.GetValue(reason),
            });
    }
}
