using Lifecycle = Hl7.Fhir.Model.Goal.GoalLifecycleStatus;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The Goals of a CarePlan; one that is no longer sought is closed again.</summary>
public static class GoalMapping
{
    private const string AchievementSystem = "http://terminology.hl7.org/CodeSystem/goal-achievement";
    private const int LongestText = 500;

    public static IEnumerable<PlanEvent> Events(PlanDraft draft)
    {
        for (var i = 0; i < draft.CarePlan.Goal.Count; i++)
            foreach (var e in Of(draft, draft.CarePlan.Goal[i], $"goal[{i}]")) yield return e;
    }

    private static IEnumerable<PlanEvent> Of(PlanDraft draft, R4.ResourceReference reference, string element)
    {
        var found = draft.Find(reference, draft.Source, element);
        draft.TakeReference(reference);
        if (found is null)
        {
            draft.LeaveOut($"CarePlan.{element}", LeftOutReasons.NotInBundle);
            yield break;
        }
        if (found.Resource is not R4.Goal goal)
        {
            draft.Broken(draft.Source, element, $"refers to a resource of type {found.TypeName}, not to a Goal");
            yield break;
        }
        if (draft.GoalIds.ContainsKey(found)) yield break;
        if (Refusal(draft, found, goal) is { } refusal)
        {
            draft.LeaveOut($"CarePlan.{element}", refusal);
            draft.Account.LeaveOut(found, refusal);
            yield break;
        }

        draft.Account.Use(found);
        var id = draft.GoalIds[found] = draft.Id("goal", found.Source);
        var added = GoalTarget.Describe(draft, found, goal, new Goal
        {
            GoalId = id,
            Description = draft.Fit(draft.WordsOf(goal.Description), LongestText, found, "Goal.description"),
            Status = GoalStatus.Active,
        });
        var start = goal.Start is R4.Date date ? draft.TimeOf(date, found, "start") : null;
        if (start is not null && start > draft.Now) draft.Account.LeaveOut(found, "Goal.start", "lies in the future");
        yield return new() { GoalAdded = new() { Goal = added }, OccurredAt = start is not null && start <= draft.Now ? start : draft.Start };

        var (status, reason) = Status(draft, found, goal);
        if (status == GoalStatus.Active) yield break;
        var told = draft.Fit(draft.Take(goal.StatusReasonElement)?.Value, LongestText, found, "Goal.statusReason");
        var closed = draft.TimeOf(goal.StatusDateElement, found, "statusDate");
        if (closed is not null && closed > draft.Now) draft.Account.LeaveOut(found, "Goal.statusDate", "lies in the future");
        yield return new()
        {
            GoalClosed = new() { GoalId = id, Status = status, Reason = told.Length > 0 ? told : reason },
            OccurredAt = closed is not null && closed <= draft.Now ? closed : draft.End,
        };
    }

    private static string? Refusal(PlanDraft draft, BundledResource found, R4.Goal goal) =>
        LeftOutReasons.CannotBeUnderstood(goal) ? LeftOutReasons.NotUnderstood
        : goal.LifecycleStatus is Lifecycle.EnteredInError ? "is a Goal that is entered-in-error"
        : !draft.IsOfThisPatient(goal.Subject, found) ? LeftOutReasons.OfAnotherPatient
        : null;

    /// <summary>
    /// "completed" only says that a goal is no longer sought; whether it was met is the achievement's to say, and without it nothing is claimed.
    /// A met or missed goal is closed although its lifecycle still reads active, as Synthea writes it.
    /// </summary>
    private static (GoalStatus Status, string Reason) Status(PlanDraft draft, BundledResource found, R4.Goal goal)
    {
        var achieved = AchievementOf(goal);
        var (status, reason, saysAll) = (goal.LifecycleStatus, achieved) switch
        {
            (Lifecycle.Cancelled, _) => (GoalStatus.Cancelled, "Cancelled in the imported record.", true),
            (Lifecycle.Rejected, _) => (GoalStatus.Cancelled, "Rejected in the imported record.", true),
            (_, "achieved") => (GoalStatus.Achieved, "", true),
            (Lifecycle.Completed, "sustaining") => (GoalStatus.Achieved, "", true),
            (_, "not-achieved" or "not-attainable") => (GoalStatus.NotAchieved, "Not achieved in the imported record.", true),
            (Lifecycle.Completed, "no-progress" or "no-change" or "worsening") => (GoalStatus.NotAchieved, "Ended in the imported record.", false),
            (Lifecycle.Completed, _) => (GoalStatus.Cancelled, "Ended in the imported record; whether it was achieved is not said.", true),
            (Lifecycle.Active or Lifecycle.Accepted, _) => (GoalStatus.Active, "", true),
            _ => (GoalStatus.Active, "", false),
        };
        if (saysAll) draft.Take(goal.LifecycleStatusElement);
        else draft.Account.LeaveOut(found, "Goal.lifecycleStatus", $"is '{(goal.LifecycleStatus is { } told ? Hl7.Fhir.Utility.EnumUtility.GetLiteral(told) : "unknown")}'; the goal is {status.ToWords()}");
        if (status != GoalStatus.Cancelled && achieved is "achieved" or "not-achieved" or "in-progress") TakeAchievement(draft, goal);
        return (status, reason);
    }

    private static string? AchievementOf(R4.Goal goal) => goal.AchievementStatus?.Coding.FirstOrDefault(c => c.System is null or AchievementSystem)?.Code;

    private static void TakeAchievement(PlanDraft draft, R4.Goal goal)
    {
        draft.Take(goal.AchievementStatus);
        foreach (var coding in goal.AchievementStatus!.Coding.Where(c => c.System is null or AchievementSystem).Take(1))
        {
            draft.Take(coding);
            draft.Take(coding.SystemElement);
            draft.Take(coding.CodeElement);
            draft.Take(coding.DisplayElement);
            // Words of one's own may say more than the code.
            if (new[] { coding.Display, coding.Code, coding.Code?.Replace('-', ' ') }.Contains(goal.AchievementStatus.Text, StringComparer.OrdinalIgnoreCase)) draft.Take(goal.AchievementStatus.TextElement);
        }
    }
}
