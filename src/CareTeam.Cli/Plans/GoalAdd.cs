namespace CareTeam.Cli.Plans;

public static class GoalAdd
{
    public static Command Command()
    {
        var description = TextOption.Argument("description", "The goal in words");
        var (measure, unit, due) = (GoalCommands.Measure(), GoalCommands.Unit(), DayOption.Day("--due", "Day to reach it by"));
        var (baseline, target) = (GoalCommands.Number("--baseline", "Value now"), GoalCommands.Number("--target", "Value to reach"));
        var by = new GoalMeasureOptions();
        var id = IdOption.New("--goal-id", "goal");
        return by.AddTo(new Command("add", "Set a goal (clinicians of the team)") { description, measure, baseline, target, unit, due, id })
            .SendsOnPlan("Goal set.", parse =>
            {
                var request = new AddGoalRequest
                {
                    GoalId = parse.GetValue(id),
                    Description = parse.GetValue(description),
                    Measure = parse.GetValue(measure),
                    Unit = parse.GetValue(unit),
                    DueDate = parse.GetValue(due),
                    MeasuredBy = by.Read(parse),
                };
                if (parse.GetValue(baseline) is { } from) request.Baseline = from;
                if (parse.GetValue(target) is { } to) request.Target = to;
                return request;
            });
    }
}
