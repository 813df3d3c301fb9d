namespace CareTeam.Cli.Plans;

public static class PlanComplete
{
    public static Command Command()
    {
        var summary = TextOption.Required("--summary", "How it ended: return to work, discharge to self-management");
        return new Command("complete", "Complete a plan once no task of it is open (the lead)") { summary }
            .SendsOnPlan("Plan completed.", parse => new CompletePlanRequest { Summary = parse.GetValue(summary) });
    }
}
