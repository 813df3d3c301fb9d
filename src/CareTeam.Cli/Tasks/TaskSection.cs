using CareTeam.Cli.Plans;
using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Tasks;

internal static class TaskSection
{
    private const int LastOver = 8;

    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Heading("Tasks", plan.Tasks.Count(t => t.IsOpen()), "open");
        if (plan.Tasks.Count == 0) return;
        var listing = new Listing(screen, "What", "Task", "Status", "What", "Done", "Who", "Due");
        foreach (var discipline in plan.Tasks.Where(t => t.IsOpen()).GroupBy(t => t.Discipline).OrderBy(g => g.Key))
        {
            listing.Group(discipline.Key == Discipline.Unspecified ? "any discipline" : Shown.Words(discipline.Key));
            foreach (var task in discipline.OrderBy(t => t.DueDate.Length == 0).ThenBy(t => t.DueDate, StringComparer.Ordinal)) Row(task);
        }
        var over = plan.Tasks.Where(t => !t.IsOpen()).OrderByDescending(t => t.DueDate, StringComparer.Ordinal).ToList();
        if (over.Count > 0) listing.Group(over.Count > LastOver ? $"over, the last {LastOver} of {over.Count}" : "over");
        foreach (var task in over.Take(LastOver)) Row(task);
        listing.Draw();
        foreach (var task in plan.Tasks.Where(t => t.IsOpen()))
            foreach (var words in OverrideOption.Words(task.Findings)) screen.Markup($"  {Shown.ShortId(task.TaskId)}  [yellow]{Shown.Safe(words)}[/]");

        void Row(CareTask task) => listing.Row(Shown.ShortId(task.TaskId), PlanStyle.Status(task.Status), What(plan, task), TaskWords.Progress(task),
            Shown.Safe(TaskWords.Assignee(task)), task.IsOpen() ? PlanStyle.Due(task.DueDate) : task.DueDate);
    }

    private static string What(CarePlan plan, CareTask task)
    {
        var urgent = task.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $" [yellow]{Shown.Words(task.Priority)}[/]";
        var before = plan.Tasks.Where(t => task.DependsOn.Contains(t.TaskId) && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));
        var waits = task.IsOpen() ? string.Join(", ", before.Select(t => t.Title)) : "";
        return Shown.Safe(task.Title) + urgent + (waits.Length > 0 ? Shown.Aside($"after {waits}") : "") + Shown.Aside(task.StatusReason);
    }
}
