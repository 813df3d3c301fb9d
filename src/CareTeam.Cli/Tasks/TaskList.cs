using CareTeam.Cli.Access;
using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Tasks;

public static class TaskList
{
    public static readonly TaskStatus[] Open = [TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress];

    public static Command Command()
    {
        var plan = IdOption.Of("--plan", "plan");
        var mine = new Option<bool>("--mine") { Description = "Only tasks that you have" };
        var assignee = TextOption.Optional("--assignee", "Only tasks that this person has", "person");
        var unassigned = new Option<bool>("--unassigned") { Description = "Only tasks that no single person has" };
        var discipline = WordOption.One<Discipline>("--discipline", "Only tasks of this field");
        var status = WordOption.Many<TaskStatus>("--status", "Only tasks in these states (default: requested, accepted, in-progress)");
        var anyStatus = new Option<bool>("--any-status") { Description = "Also tasks that are over" };
        var dueBy = DayOption.Day("--due-by", "Only tasks due by then");
        return new Command("list", "Tasks of all plans that you may read, by due day") { plan, mine, assignee, unassigned, discipline, status, anyStatus, dueBy }.ReadsPages(
            parse => new ListTasksRequest
            {
                PlanId = parse.GetValue(plan),
                AssigneeId = parse.GetValue(mine) ? TokenSubject.Of(ServerOptions.TokenOf(parse)) : parse.GetValue(assignee),
                Unassigned = parse.GetValue(unassigned),
                Discipline = parse.GetValue(discipline),
                Statuses = { parse.GetValue(anyStatus) ? [] : parse.GetValue(status) is { Length: > 0 } given ? given : Open },
                DueBy = parse.GetValue(dueBy),
            },
            Show);
    }

    private static void Show(Screen screen, ListTasksResponse list)
    {
        if (list.Tasks.Count == 0)
        {
            screen.Line("No tasks.");
            return;
        }
        var listing = new Listing(screen, "Title", "Due", "Task", "Title", "Status", "Done", "Who", "Patient", "Plan");
        foreach (var listed in list.Tasks)
        {
            var task = listed.Task;
            listing.Row(task.IsOpen() ? PlanStyle.Due(task.DueDate) : task.DueDate, Shown.ShortId(task.TaskId), Shown.Safe(task.Title), PlanStyle.Status(task.Status),
                TaskWords.Progress(task), Shown.Safe(TaskWords.Assignee(task)), Shown.Safe(listed.PatientName), Shown.ShortId(listed.PlanId));
        }
        listing.Draw();
    }
}
