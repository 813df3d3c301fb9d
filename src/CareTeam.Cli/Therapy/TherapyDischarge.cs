namespace CareTeam.Cli.Therapy;

public static class TherapyDischarge
{
    public static Command Command()
    {
        var id = IdOption.Existing("order");
        var reason = WordOption.One<DischargeReason>("--reason", "Why", required: true);
        var summary = TextOption.Optional("--summary", "How it ended; required unless the goals are reached");
        var day = DayOption.Day("--on", "Last day of the episode (default: today)");
        return new Command("discharge", "End an episode of therapy (who may order it)") { id, reason, summary, day }
            .SendsOnPlan("Discharged.", parse => new DischargeFromTherapyRequest
            {
                TherapyOrderId = parse.GetValue(id),
                Reason = parse.GetValue(reason),
                Summary = parse.GetValue(summary),
                DischargedDate = parse.GetValue(day),
            });
    }
}
