using System.Globalization;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

/// <summary>What an open red flag stops, and what raising one brings about.</summary>
public static class RedFlagRules
{
    public static readonly RuleKey UrgentTask = new("red-flag.urgent-task", "emergency", "same_day", "days_for_others");
    public static readonly RuleKey BlocksInjections = new("red-flag.blocks-injections");
    public static readonly RuleKey BlocksTherapyProgression = new("red-flag.blocks-therapy-progression");

    public static bool IsOpen(this RedFlag flag) => flag.ResolvedBy is null;

    /// <summary>The flag, and an urgent task for the lead; no task on a plan that has ended, since nobody could take it on.</summary>
    public static IEnumerable<PlanEvent> Raise(RuleTable table, CarePlan plan, Caller caller, Timestamp now, string flagId, RedFlagKind kind, string finding, string noteId = "")
    {
        var rule = new RuleCheck(table, plan, caller, now).InForce(UrgentTask);
        var taskId = rule is null || plan.HasEnded() ? "" : ChosenId.Named(plan.PlanId, flagId, "urgent task");
        yield return new PlanEvent { RedFlagRaised = new() { RedFlagId = flagId, Kind = kind, Finding = finding, TaskId = taskId, NoteId = noteId } };
        if (taskId.Length == 0) yield break;
        var (priority, days) = Urgency(rule!, kind);
        yield return new PlanEvent
        {
            TaskAdded = new()
            {
                Task = new()
                {
                    TaskId = taskId,
                    Title = $"Red flag: {kind.ToWords().Replace('-', ' ')}",
                    Description = finding,
                    Discipline = Discipline.PhysicalMedicine,
                    Kind = TaskKind.FollowUp,
                    Priority = priority,
                    Status = TaskStatus.Requested,
                    Assignee = plan.Lead,
                    Requester = caller.Person,
                    DueDate = table.Day(plan.Coverage, now).AddDays(days).Iso(),
                },
            },
        };
    }

    public static RuleCheck AskNoOpenRedFlag(this RuleCheck check, RuleKey key, CarePlan plan) => check.Ask(key, _ =>
        plan.RedFlags.Where(IsOpen).ToList() is { Count: > 0 } open
            ? $"A red flag is open ({string.Join(", ", open.Select(f => f.Kind.ToWords()).Distinct())}); a physician must sign its resolution first."
            : null);

    private static (TaskPriority Priority, int Days) Urgency(RuleVersion rule, RedFlagKind kind) =>
        rule.Words("emergency").Contains(kind.ToWords()) ? (TaskPriority.Stat, 0)
        : rule.Words("same_day").Contains(kind.ToWords()) ? (TaskPriority.Asap, 0)
        : (TaskPriority.Urgent, rule.Number("days_for_others"));
}
