namespace CareTeam.Cli.Tasks;

public static class TaskAccept
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        return new Command("accept", "Take a task on (the assignee, or for the whole team's task anyone of its discipline)") { task }
            .SendsOnPlan("Task accepted.", parse => new AcceptTaskRequest { TaskId = parse.GetValue(task) });
    }
}
