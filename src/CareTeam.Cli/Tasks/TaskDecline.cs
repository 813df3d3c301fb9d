namespace CareTeam.Cli.Tasks;

public static class TaskDecline
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("decline", "Give a requested or accepted task back (the assignee)") { task, reason }
            .SendsOnPlan("Task declined.", parse => new DeclineTaskRequest { TaskId = parse.GetValue(task), Reason = parse.GetValue(reason) });
    }
}
