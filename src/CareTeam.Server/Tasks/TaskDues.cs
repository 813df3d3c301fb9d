using System.Globalization;
using CareTeam.Server.Clocks;

namespace CareTeam.Server.Tasks;

/// <summary>Open tasks fall due on their day; one that nobody has accepted is brought to its assignee, then to the lead, then to the whole team.</summary>
public sealed class TaskDues : IDueSource
{
    public static readonly RuleKey TaskDue = new("task.due");
    public static readonly RuleKey Unaccepted = new("task.unaccepted", "assignee_days", "lead_days", "team_days");

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        var (due, unaccepted) = (rules.InForce(TaskDue, plan.Coverage, today), rules.InForce(Unaccepted, plan.Coverage, today));
        foreach (var task in plan.Tasks.Where(t => t.IsOpen()))
        {
            if (due is { Severity: not RuleSeverity.Off } && task.DueDate.Length > 0)
            {
                var day = Dates.Of(task.DueDate);
                yield return Of("task.due", task, task.DueDate, day, day, due, $"Due: {task.Title}", task.Assignee);
            }
            if (unaccepted is { Severity: not RuleSeverity.Off } && task is { Status: TaskStatus.Requested, RequestedAt: not null })
                foreach (var one in Escalation(plan, task, rules, unaccepted, today)) yield return one;
        }
    }

    /// <summary>Each step ends where the next begins.</summary>
    private static IEnumerable<Due> Escalation(CarePlan plan, CareTask task, RuleTable rules, RuleVersion rule, DateOnly today)
    {
        var asked = rules.Day(plan.Coverage, task.RequestedAt);
        var (toAssignee, toLead, toTeam) = (asked.AddDays(rule.Number("assignee_days")), asked.AddDays(rule.Number("lead_days")), asked.AddDays(rule.Number("team_days")));
        // Asked anew, it is counted anew.
        var occurrence = SortableTime.Of(task.RequestedAt);
        var title = $"Not accepted: {task.Title}";
        if (task.Assignee is not null && today < toLead) yield return Of("task.unaccepted", task, $"{occurrence} assignee", toAssignee, toLead, rule, title, task.Assignee);
        if (today < toTeam) yield return Of("task.unaccepted", task, $"{occurrence} lead", toLead, toTeam, rule, title, plan.Lead);
        yield return Of("task.unaccepted", task, $"{occurrence} team", toTeam, toTeam.AddDays(rule.Number("team_days")), rule, title, null);
    }

    private static Due Of(string kind, CareTask task, string occurrence, DateOnly notice, DateOnly day, RuleVersion rule, string title, Person? who) =>
        new(kind, task.TaskId, occurrence, notice, day, rule.Id, title, "", task.Discipline, who, MakesTask: false);
}
