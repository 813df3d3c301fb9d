namespace CareTeam.Cli.Plans;

public static class PlanRevoke
{
    public static Command Command()
    {
        var reason = TextOption.Required("--reason", "Why the plan ends before its time");
        return new Command("revoke", "End a plan before its time; open tasks are cancelled with it (the lead)") { reason }
            .SendsOnPlan("Plan revoked.", parse => new RevokePlanRequest { Reason = parse.GetValue(reason) });
    }
}
