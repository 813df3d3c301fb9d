using System.Globalization;
using CareTeam.Server.Clocks;

namespace CareTeam.Server.Tasks;

/// <summary>
/// Open tasks fall due on their day, unless they were made of what falls due by itself; one that nobody has accepted is brought to its assignee, then to the lead, then to the
/// whole team.
/// </summary>
public sealed class TaskDues : IDueSource
{
    private const string DueKind = "task.due", UnacceptedKind = "task.unaccepted";

    public static readonly RuleKey TaskDue = new(DueKind);
    public static readonly RuleKey Unaccepted = new(UnacceptedKind, "assignee_days", "lead_days", "team_days");

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        var (due, unaccepted) = (rules.InForce(TaskDue, plan, today), rules.InForce(Unaccepted, plan, today));
        foreach (var task in plan.Tasks.Where(t => t.IsOpen()))
        {
            if (due is not null && task is { DueDate.Length: > 0, DueKind: "" })
            {
                var day = Dates.Of(task.DueDate);
                yield return Of(DueKind, task, task.DueDate, day, day, due, $"Due: {task.Title}", task.Assignee);
            }
            if (unaccepted is not null && task is { Status: TaskStatus.Requested, RequestedAt: not null })
                foreach (var one in Escalation(plan, task, rules, unaccepted, today)) yield return one;
        }
    }

    public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (raised.Kind is not (DueKind or UnacceptedKind)) return null;
        return plan.Tasks.FirstOrDefault(t => t.TaskId == raised.SubjectId) switch
        {
            null or { Status: TaskStatus.Cancelled } => new("The task was cancelled."),
            { Status: TaskStatus.Declined } => new("The task was declined."),
            { Status: TaskStatus.Completed } => DueEnd.Done,
            { DueKind.Length: > 0 } when raised.Kind == DueKind => new("What the task was made of tells its day by itself."),
            var task when raised.Kind == DueKind => new(task.DueDate.Length == 0 ? "No day is set for the task any longer." : $"It is due on {task.DueDate}."),
            { Status: TaskStatus.Requested } task => new(raised.Occurrence.StartsWith(SortableTime.Of(task.RequestedAt), StringComparison.Ordinal)
                ? "Nobody has accepted the task; others were told." : "The task was asked for anew."),
            _ => DueEnd.Done,
        };
    }

    /// <summary>Each step ends where the next begins.</summary>
    private static IEnumerable<Due> Escalation(CarePlan plan, CareTask task, RuleTable rules, RuleVersion rule, DateOnly today)
    {
        var asked = rules.Day(plan.Coverage, task.RequestedAt);
        var (toAssignee, toLead, toTeam) = (asked.AddDays(rule.Number("assignee_days")), asked.AddDays(rule.Number("lead_days")), asked.AddDays(rule.Number("team_days")));
        // Asked anew, it is counted anew.
        var occurrence = SortableTime.Of(task.RequestedAt);
        var title = $"Not accepted: {task.Title}";
        if (task.Assignee is not null && today < toLead) yield return Of(UnacceptedKind, task, $"{occurrence} assignee", toAssignee, toLead, rule, title, task.Assignee);
        if (today < toTeam) yield return Of(UnacceptedKind, task, $"{occurrence} lead", toLead, toTeam, rule, title, plan.Lead);
        yield return Of(UnacceptedKind, task, $"{occurrence} team", toTeam, toTeam.AddDays(rule.Number("team_days")), rule, title, null);
    }

    private static Due Of(string kind, CareTask task, string occurrence, DateOnly notice, DateOnly day, RuleVersion rule, string title, Person? who) =>
        new(kind, task.TaskId, occurrence, notice, day, rule.Id, title, "", task.Discipline, who, MakesTask: false);
}
