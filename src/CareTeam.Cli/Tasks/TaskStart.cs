namespace CareTeam.Cli.Tasks;

public static class TaskStart
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        return new Command("start", "Start an accepted task (the assignee)") { task }
            .SendsOnPlan("Task started.", parse => new StartTaskRequest { TaskId = parse.GetValue(task) });
    }
}
