using System.Globalization;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

/// <summary>What an open red flag stops, and what raising one brings about.</summary>
public static class RedFlagRules
{
    public static readonly RuleKey UrgentTask = new("red-flag.urgent-task", "emergency", "same_day", "days_for_others", "emergency_team_days", "same_day_team_days", "team_days_for_others");
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
                    Title = $"Red flag: {kind.Spoken()}",
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

    /// <summary>Who has looked at it signs what came of it, and does not tick off a task.</summary>
    public static TaskOwner? OwnerOf(CarePlan plan, CareTask task) =>
        plan.RedFlags.FirstOrDefault(f => f.TaskId == task.TaskId && f.IsOpen()) is not { } flag ? null : new("red-flag", flag.RedFlagId,
            "The task is of an open red flag: a physician resolves the flag, which completes it.");

    public static RuleCheck AskNoOpenRedFlag(this RuleCheck check, RuleKey key, CarePlan plan) => check.Ask(key, _ =>
        plan.RedFlags.Where(IsOpen).ToList() is { Count: > 0 } open ? $"A red flag is open ({Kinds(open)}); a physician must sign its resolution first." : null);

    /// <summary>
    /// Of an injection that was given on a day, when it is recorded: what was open then was in its way; a flag of that day or later, such as its complication, is known with it and
    /// is not.
    /// </summary>
    public static RuleCheck AskNoRedFlagThen(this RuleCheck check, RuleKey key, RuleTable table, CarePlan plan, DateOnly day)
    {
        bool WasRaisedBefore(RedFlag flag) => table.Day(plan.Coverage, flag.RaisedAt) < day;
        return check
            .Ask(key, _ => plan.RedFlags.Where(f => WasRaisedBefore(f) && (f.IsOpen() || table.Day(plan.Coverage, f.ResolvedAt) > day)).ToList() is { Count: > 0 } then
                ? $"A red flag was open on {day.Iso()} ({Kinds(then)})." : null)
            .Note(key, _ => plan.RedFlags.Where(f => f.IsOpen() && !WasRaisedBefore(f)).ToList() is { Count: > 0 } since
                ? $"A red flag was raised on {day.Iso()} or since ({Kinds(since)})." : null);
    }

    private static string Kinds(IEnumerable<RedFlag> flags) => string.Join(", ", flags.Select(f => f.Kind.ToWords()).Distinct());

    public static bool IsEmergency(RuleVersion rule, RedFlagKind kind) => rule.Words("emergency").Contains(kind.ToWords());

    /// <summary>What any version of the rule calls one: of a list over plans, none is left out.</summary>
    public static IReadOnlyList<RedFlagKind> Emergencies(RuleTable table) =>
        [.. Enum.GetValues<RedFlagKind>().Where(kind => table.All.Any(v => v.Id == UrgentTask.Id && v.Severity != RuleSeverity.Off && IsEmergency(v, kind)))];

    /// <summary>After so many days without a resolution the whole team knows of it.</summary>
    public static int TeamDays(RuleVersion rule, RedFlagKind kind) => rule.Number(
        IsEmergency(rule, kind) ? "emergency_team_days" : IsOfTheSameDay(rule, kind) ? "same_day_team_days" : "team_days_for_others");

    private static bool IsOfTheSameDay(RuleVersion rule, RedFlagKind kind) => rule.Words("same_day").Contains(kind.ToWords());

    private static (TaskPriority Priority, int Days) Urgency(RuleVersion rule, RedFlagKind kind) =>
        IsEmergency(rule, kind) ? (TaskPriority.Stat, 0)
        : IsOfTheSameDay(rule, kind) ? (TaskPriority.Asap, 0)
        : (TaskPriority.Urgent, rule.Number("days_for_others"));
}
