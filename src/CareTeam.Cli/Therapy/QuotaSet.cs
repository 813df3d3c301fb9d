using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Therapy;

public static class QuotaSet
{
    public static Command Command()
    {
        var order = IdOption.Existing("order");
        var activity = WordOption.One<GradedActivity>("--activity", "What", required: true);
        var target = new Option<double>("--target") { Description = "A week: minutes, metres or pounds; 0 ends the quota", HelpName = "number" };
        var level = WordOption.One<OccupationalLevel>("--level", "Of lifting and carrying, instead of a number");
        var from = DayOption.Day("--from", "A day of the first week (default: this week)");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("quota", "Set the weekly quota of a graded activity (who may order the therapy)") { order, activity, target, level, from, reason }.TakesOverrides()
            .SendsOnPlan("Quota set.", parse => new SetActivityQuotaRequest
            {
                TherapyOrderId = parse.GetValue(order),
                Activity = parse.GetValue(activity),
                WeeklyTarget = parse.GetValue(target),
                Level = parse.GetValue(level),
                FromDate = parse.GetValue(from),
                Reason = parse.GetValue(reason),
            });
    }
}
