using System.Globalization;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Clocks;

/// <summary>All that falls due on a plan, from every area, and what of it is to be told on a day. Pure.</summary>
public sealed class DueCalendar(IEnumerable<IDueSource> sources, RuleTable rules)
{
    private readonly IDueSource[] sources = [.. sources];

    public RuleTable Rules => rules;

    public DateOnly Today(CarePlan plan, Timestamp now) => rules.Day(plan.Coverage, now);

    /// <summary>Little falls due on a plan that has ended, or has not begun.</summary>
    public IReadOnlyList<Due> Dues(CarePlan plan, DateOnly today) => [.. Asked(plan).SelectMany(s => s.Dues(plan, rules, today)).DistinctBy(d => d.Key)];

    private IEnumerable<IDueSource> Asked(CarePlan plan) => plan.Status is PlanStatus.Active or PlanStatus.OnHold ? sources : sources.Where(s => s.InEveryStatus);

    /// <summary>
    /// The day on which the clocks have to look at the plan next: a due to raise, one that becomes overdue, a new version of a rule, or, at once, one that is met or moved. MaxValue when there is none.
    /// </summary>
    public DateOnly NextDay(CarePlan plan, DateOnly today)
    {
        var dues = Dues(plan, today);
        var raised = plan.Dues.ToDictionary(d => d.Key());
        var named = dues.Select(d => d.Key).ToHashSet();
        // From the day of another version of a rule on, all may be due on other days.
        var next = raised.Keys.All(named.Contains) ? Asked(plan).Select(s => s.NextLook(plan, rules, today)).Append(rules.NextVersion(today)).Min() : DateOnly.MinValue;
        foreach (var due in dues)
        {
            var day = !raised.TryGetValue(due.Key, out var known) ? due.NoticeDay
                : IsMoved(due, known) ? DateOnly.MinValue
                : known.OverdueAt is null ? due.Day.AddDays(1) : DateOnly.MaxValue;
            if (day < next) next = day;
        }
        return next;
    }

    private static bool IsMoved(Due due, PlanDue known) => Dates.Of(known.DueDate) != due.Day;

    /// <summary>What is to be told on a day, in the order it came about.</summary>
    public IEnumerable<PlanEvent> Tell(CarePlan plan, DateOnly today)
    {
        var dues = Dues(plan, today);
        var closed = new HashSet<string>();
        var raised = plan.Dues.ToDictionary(d => d.Key());
        var named = dues.Select(d => d.Key).ToHashSet();
        var tasks = plan.Tasks.ToLookup(t => t.TaskId);
        foreach (var (key, met) in raised)
        {
            if (named.Contains(key)) continue;
            var end = EndOf(met, plan, today);
            yield return new PlanEvent { DueMet = new() { Kind = met.Kind, SubjectId = met.SubjectId, Occurrence = met.Occurrence, NotDoneReason = end.WhyNotDone } };
            if (tasks[met.TaskId].FirstOrDefault() is not { } task || !task.IsOpen()) continue;
            closed.Add(task.TaskId);
            yield return end.IsDone
                ? new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = "What it asked for is done." } }
                : new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = end.WhyNotDone } };
        }
        // What the task itself would be due by has gone with it; if it was told, it is met when the clocks look again.
        foreach (var due in dues.Where(d => !closed.Contains(d.SubjectId)).OrderBy(d => d.NoticeDay).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            var known = raised.GetValueOrDefault(due.Key);
            if (known is null && due.NoticeDay > today) continue;
            var moved = known is not null && IsMoved(due, known);
            foreach (var e in known is null ? Raise(plan, due, tasks) : moved ? Move(due, tasks[known.TaskId].FirstOrDefault()) : []) yield return e;
            if (due.Day < today && (moved || known?.OverdueAt is null))
                yield return new PlanEvent { DueOverdue = new() { Kind = due.Kind, SubjectId = due.SubjectId, Occurrence = due.Occurrence } };
        }
    }

    private DueEnd EndOf(PlanDue raised, CarePlan plan, DateOnly today)
    {
        foreach (var source in sources)
        {
            if (source.EndOf(raised, plan, rules, today) is not { } end) continue;
            return end.IsDone || source.InEveryStatus || !plan.HasEnded() ? end : new("The plan has ended.");
        }
        return new("It is no longer asked for.");
    }

    /// <summary>The id of the first task that is made of a due: a source that counts it as done looks for it.</summary>
    public static string TaskId(CarePlan plan, string dueKey) => TaskId(plan, dueKey, 1);

    /// <summary>The tasks that were made of a due, one each time that it came back.</summary>
    public static IEnumerable<CareTask> TasksOf(CarePlan plan, string dueKey)
    {
        for (var time = 1; plan.Tasks.FirstOrDefault(t => t.TaskId == TaskId(plan, dueKey, time)) is { } task; time++) yield return task;
    }

    private static string TaskId(CarePlan plan, string dueKey, int time) => ChosenId.Named(plan.PlanId, dueKey, time == 1 ? "task of a due" : $"task of a due, {time}");

    /// <summary>Of a due that comes back, as a visit that was booked and not kept: another task, once the one before is over.</summary>
    private static (string TaskId, bool IsNew) TaskFor(CarePlan plan, Due due, ILookup<string, CareTask> tasks)
    {
        for (var time = 1; ; time++)
        {
            var taskId = TaskId(plan, due.Key, time);
            if (tasks[taskId].FirstOrDefault() is not { } task) return (taskId, IsNew: true);
            if (task.IsOpen()) return (taskId, IsNew: false);
        }
    }

    /// <summary>A task that somebody has put on a day of their own follows too: the day is the rule's.</summary>
    private static IEnumerable<PlanEvent> Move(Due due, CareTask? task)
    {
        var day = due.Day.Iso();
        yield return new PlanEvent { DueMoved = new() { Kind = due.Kind, SubjectId = due.SubjectId, Occurrence = due.Occurrence, DueDate = day } };
        if (task is not null && task.IsOpen() && task.DueDate != day)
            yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = day, Reason = "What it asks for falls due on another day." } };
    }

    private static IEnumerable<PlanEvent> Raise(CarePlan plan, Due due, ILookup<string, CareTask> tasks)
    {
        var (taskId, isNew) = due.MakesTask ? TaskFor(plan, due, tasks) : ("", false);
        var day = due.Day.Iso();
        yield return new PlanEvent
        {
            DueRaised = new()
            {
                Due = new()
                {
                    Kind = due.Kind,
                    SubjectId = due.SubjectId,
                    Occurrence = due.Occurrence,
                    DueDate = day,
                    RuleId = due.RuleId,
                    Title = due.Title,
                    Description = due.Description,
                    Discipline = due.Discipline,
                    Assignee = due.Assignee,
                    TaskId = taskId,
                },
            },
        };
        if (!isNew) yield break;
        yield return new PlanEvent
        {
            TaskAdded = new()
            {
                Task = new()
                {
                    TaskId = taskId,
                    Title = due.Title,
                    Description = due.Description,
                    Discipline = due.Discipline,
                    Kind = TaskKind.Administrative,
                    Priority = due.Priority,
                    Status = TaskStatus.Requested,
                    Assignee = due.Assignee is { } person && plan.HasMember(person.PersonId) ? person : null,
                    Requester = Caller.System("").Person,
                    DueDate = day,
                    DueKind = due.Kind,
                    TherapyOrderId = plan.TherapyOrders.Any(o => o.TherapyOrderId == due.SubjectId) ? due.SubjectId : "",
                },
            },
        };
    }
}
