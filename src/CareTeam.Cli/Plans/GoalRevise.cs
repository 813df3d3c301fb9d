namespace CareTeam.Cli.Plans;

public static class GoalRevise
{
    public static Command Command()
    {
        var goal = IdOption.Existing("goal");
        var description = TextOption.Argument("description", "The goal in words, as it shall stand");
        var (measure, unit, due) = (GoalCommands.Measure(), GoalCommands.Unit(), DayOption.Day("--due", "Day to reach it by"));
        var (baseline, target) = (GoalCommands.Number("--baseline", "Value at the start"), GoalCommands.Number("--target", "Value to reach"));
        var reason = TextOption.Required("--reason", "Why it is revised");
        var by = new GoalMeasureOptions();
        return by.AddTo(new Command("revise", "Revise an active goal; what is left out becomes empty (clinicians of the team)")
        {
            goal, description, measure, baseline, target, unit, due, reason,
        })
            .SendsOnPlan("Goal revised.", parse =>
            {
                var request = new ReviseGoalRequest
                {
                    GoalId = parse.GetValue(goal),
                    Description = parse.GetValue(description),
                    Measure = parse.GetValue(measure),
                    Unit = parse.GetValue(unit),
                    DueDate = parse.GetValue(due),
                    Reason = parse.GetValue(reason),
                    MeasuredBy = by.Read(parse),
                };
                if (parse.GetValue(baseline) is { } from) request.Baseline = from;
                if (parse.GetValue(target) is { } to) request.Target = to;
                return request;
            });
    }
}
