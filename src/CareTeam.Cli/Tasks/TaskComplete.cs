namespace CareTeam.Cli.Tasks;

public static class TaskComplete
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        var outcome = TextOption.Optional("--outcome", "What came of it");
        return new Command("complete", "Complete a task in progress; of a series, its occurrence (the assignee)") { task, outcome }
            .SendsOnPlan("Task completed.", parse => new CompleteTaskRequest { TaskId = parse.GetValue(task), Outcome = parse.GetValue(outcome) });
    }
}
