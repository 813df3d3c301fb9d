namespace CareTeam.Cli.Tasks;

public static class TaskCancel
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        var reason = TextOption.Required("--reason", "Why");
        return new Command("cancel", "Call an open task off (the lead or the requester)") { task, reason }
            .SendsOnPlan("Task cancelled.", parse => new CancelTaskRequest { TaskId = parse.GetValue(task), Reason = parse.GetValue(reason) });
    }
}
