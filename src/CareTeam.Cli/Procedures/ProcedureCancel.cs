namespace CareTeam.Cli.Procedures;

public static class ProcedureCancel
{
    public static Command Command()
    {
        var procedure = IdOption.Existing("procedure");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("cancel", "Call a scheduled procedure off, and its task with it (who performs procedures)") { procedure, reason }
            .SendsOnPlan("Cancelled.", parse => new CancelProcedureRequest { ProcedureId = parse.GetValue(procedure), Reason = parse.GetValue(reason) });
    }
}
