namespace CareTeam.Cli.Plans;

public static class PlanResume
{
    public static Command Command() => new Command("resume", "Take a plan on hold up again (the lead)").SendsOnPlan("Plan resumed.", _ => new ResumePlanRequest());
}
