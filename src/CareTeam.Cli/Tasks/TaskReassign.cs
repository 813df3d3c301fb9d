namespace CareTeam.Cli.Tasks;

public static class TaskReassign
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        var to = TextOption.Optional("--to", "Member who shall do it (default: back to the whole team)", "person");
        var reason = TextOption.Optional("--reason", "Why");
        return new Command("reassign", "Give a task to another member (the lead, the requester or the assignee)") { task, to, reason }
            .SendsOnPlan("Task reassigned.", parse => new ReassignTaskRequest
            {
                TaskId = parse.GetValue(task),
                AssigneeId = parse.GetValue(to),
                Reason = parse.GetValue(reason),
            });
    }
}
