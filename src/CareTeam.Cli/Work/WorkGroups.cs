using CareTeam.Cli.Tasks;

namespace CareTeam.Cli.Work;

/// <summary>Work of one kind; All counts also what was left out. One: what a single one is called, where that is another word.</summary>
public sealed record WorkGroup(string Title, int All, IReadOnlyList<WorkRow> Rows, string? One = null)
{
    /// <summary>"1 red flag", "2 due today".</summary>
    public string Counted
    {
        get
        {
            var words = All == 1 ? One ?? Title : Title;
            return $"{All} {char.ToLowerInvariant(words[0])}{words[1..]}";
        }
    }
}

/// <summary>One thing to do, and the command line that does it.</summary>
public sealed record WorkRow(string Due, string What, string Patient, string Next);

/// <summary>A day's work in the order in which somebody goes about it. What a list names is not shown again among the tasks.</summary>
public static class WorkGroups
{
    private static readonly (WorkReason Reason, string Title)[] Times =
    [
        (WorkReason.Overdue, "Overdue"), (WorkReason.DueToday, "Due today"), (WorkReason.ToAccept, "To accept"), (WorkReason.Upcoming, "Coming up"), (WorkReason.Offered, "Offered to your discipline"),
    ];

    public static IReadOnlyList<WorkGroup> Of(GetWorkResponse work)
    {
        var named = work.ToCertify.Concat(work.ReportsDue).Select(t => (t.PlanId, t.Task.TaskId)).Concat(work.RedFlags.Select(f => (f.PlanId, f.TaskId))).ToHashSet();
        WorkGroup[] lists =
        [
            new("Red flags", All(work, WorkReason.RedFlag), [.. work.RedFlags.Select(f => Flag(f, work))], One: "Red flag"),
            new("To co-sign", All(work, WorkReason.ToCosign), [.. work.ToCosign.Select(Note)]),
            new("To certify", All(work, WorkReason.ToCertify), [.. work.ToCertify.Select(Task)]),
            new("Reports due", All(work, WorkReason.ReportDue), [.. work.ReportsDue.Select(Task)], One: "Report due"),
        ];
        var tasks = Times.Select(t =>
        {
            var items = work.Items.Where(i => i.Reason == t.Reason).ToList();
            var rows = items.Where(i => !named.Contains((i.Task.PlanId, i.Task.Task.TaskId))).Select(i => Task(i.Task)).ToList();
            return new WorkGroup(t.Title, All(work, t.Reason) - (items.Count - rows.Count), rows);
        });
        return [.. lists[..1].Concat(tasks.Take(2)).Concat(lists[1..]).Concat(tasks.Skip(2)).Where(g => g.Rows.Count > 0)];
    }

    private static int All(GetWorkResponse work, WorkReason reason) => work.Counts.FirstOrDefault(c => c.Reason == reason)?.Tasks ?? 0;

    /// <summary>An emergency is everyone's to know of; who has its task resolves it.</summary>
    private static WorkRow Flag(OpenRedFlag flag, GetWorkResponse work) => new(
        Shown.Day(flag.RaisedAt), $"{Shown.Words(flag.Kind)}{Shown.Because(flag.Finding)}", flag.PatientName,
        flag.TaskId.Length == 0 || work.Items.Any(i => (i.Task.PlanId, i.Task.Task.TaskId) == (flag.PlanId, flag.TaskId))
            ? $"flag resolve {Short(flag.PlanId)} {Short(flag.RedFlagId)} HOW"
            : $"plan show {Short(flag.PlanId)}");

    private static WorkRow Note(NoteToCosign note)
    {
        var summary = note.Summary;
        var amendments = string.Concat(summary.AmendmentIds.Select(a => $" --amendment {Short(a)}"));
        return new(summary.CosignatureDemand?.DueDate ?? "", $"Note of {Shown.Time(summary.EncounterAt)} by {Shown.Name(summary.Author)}", note.PatientName,
            $"note cosign {Short(note.PlanId)} {Short(summary.NoteId)}{amendments}");
    }

    private static WorkRow Task(ListedTask listed)
    {
        var task = listed.Task;
        var progress = TaskWords.Progress(task) is { Length: > 0 } done ? $", {done} done" : "";
        var urgent = task.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $", {Shown.Words(task.Priority)}";
        return new(task.DueDate, $"{task.Title}{progress}{urgent}", listed.PatientName, Next(listed.PlanId, task));
    }

    /// <summary>What moves a task on: of therapy its session, report or signature; of any other, accepting, starting and completing it.</summary>
    private static string Next(string planId, CareTask task)
    {
        var (plan, order) = (Short(planId), Short(task.TherapyOrderId));
        return (task.DueKind, order.Length > 0, task.Status) switch
        {
            ("therapy.initial-certification" or "therapy.verbal-order" or "therapy.recertification", true, _) => $"therapy certify {plan} {order}",
            ("therapy.progress-report", true, _) => $"report file {plan} {order} --recommend continue",
            ("therapy.re-evaluation", true, _) => $"session log {plan} --order {order} --purpose re-evaluation",
            (_, _, TaskStatus.Requested) => $"task accept {plan} {Short(task.TaskId)}",
            (_, false, _) when task.Assignee is null => $"task accept {plan} {Short(task.TaskId)}",
            ("", true, _) => $"session log {plan} --order {order}",
            (_, _, TaskStatus.Accepted) => $"task start {plan} {Short(task.TaskId)}",
            _ => $"task complete {plan} {Short(task.TaskId)}",
        };
    }

    private static string Short(string id) => Shown.ShortId(id);
}
