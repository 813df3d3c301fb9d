namespace CareTeam.Cli.Tasks;

public static class TaskReschedule
{
    public static Command Command()
    {
        var task = IdOption.Existing("task");
        var due = DayOption.Day("--due", "New day", required: true);
        var reason = TextOption.Optional("--reason", "Why");
        return new Command("reschedule", "Move an open task to another day (the lead, the requester or the assignee)") { task, due, reason }
            .SendsOnPlan("Task rescheduled.", parse => new RescheduleTaskRequest
            {
                TaskId = parse.GetValue(task),
                DueDate = parse.GetValue(due),
                Reason = parse.GetValue(reason),
            });
    }
}
