namespace CareTeam.Cli.Plans;

public static class PlanActivate
{
    public static Command Command() => new Command("activate", "Start a draft (the lead)").SendsOnPlan("Plan activated.", _ => new ActivatePlanRequest());
}
