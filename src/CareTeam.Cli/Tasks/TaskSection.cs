using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Tasks;

internal static class TaskSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Heading("Tasks", plan.Tasks.Count(t => t.IsOpen()), "open");
        if (plan.Tasks.Count == 0) return;
        var listing = new Listing(screen, "What", "Task", "Status", "What", "Done", "Who", "Due");
        foreach (var discipline in plan.Tasks.GroupBy(t => t.Discipline).OrderBy(g => g.Key))
        {
            listing.Group(discipline.Key == Discipline.Unspecified ? "any discipline" : Shown.Words(discipline.Key));
            foreach (var task in discipline.OrderBy(t => !t.IsOpen()).ThenBy(t => t.DueDate.Length == 0).ThenBy(t => t.DueDate, StringComparer.Ordinal))
            {
                listing.Row(Shown.ShortId(task.TaskId), PlanStyle.Status(task.Status), What(plan, task), TaskWords.Progress(task),
                    Shown.Safe(TaskWords.Assignee(task)), task.IsOpen() ? PlanStyle.Due(task.DueDate) : task.DueDate);
            }
        }
        listing.Draw();
    }

    private static string What(CarePlan plan, CareTask task)
    {
        var urgent = task.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $" [yellow]{Shown.Words(task.Priority)}[/]";
        var before = plan.Tasks.Where(t => task.DependsOn.Contains(t.TaskId) && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));
        var waits = task.IsOpen() ? string.Join(", ", before.Select(t => t.Title)) : "";
        return Shown.Safe(task.Title) + urgent + (waits.Length > 0 ? Shown.Aside($"after {waits}") : "") + Shown.Aside(task.StatusReason);
    }
}
