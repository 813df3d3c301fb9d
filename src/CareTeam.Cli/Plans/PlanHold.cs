namespace CareTeam.Cli.Plans;

public static class PlanHold
{
    public static Command Command()
    {
        var reason = TextOption.Required("--reason", "Why the plan is interrupted");
        return new Command("hold", "Interrupt an active plan (the lead)") { reason }
            .SendsOnPlan("Plan put on hold.", parse => new HoldPlanRequest { Reason = parse.GetValue(reason) });
    }
}
