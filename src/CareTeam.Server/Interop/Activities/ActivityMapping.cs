using CareTeam.Server.Tasks;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// Each activity of a CarePlan is a task. Two that read alike stay two: R4 gives an activity no identity, and the same exercise twice may be meant.
/// </summary>
public static class ActivityMapping
{
    private const int LongestTitle = 200, LongestDescription = 5000, LongestReason = 2000;

    public static IEnumerable<PlanEvent> Events(PlanDraft draft)
    {
        for (var i = 0; i < draft.CarePlan.Activity.Count; i++)
            if (Of(draft, draft.Take(draft.CarePlan.Activity[i])!, $"activity[{i}]", i) is { } task)
                yield return new() { TaskAdded = new() { Task = task }, OccurredAt = draft.Start };
    }

    private static CareTask? Of(PlanDraft draft, R4.CarePlan.ActivityComponent activity, string place, int index)
    {
        if (activity.Reference is not null && activity.Detail is not null)
            draft.Broken(draft.Source, place, "has both a reference and a detail (R4 rule cpl-3)");
        var (work, refusal) =
            activity.ModifierExtension.Count > 0 || activity.Detail?.ModifierExtension.Count > 0 ? (null, LeftOutReasons.NotUnderstood)
            : activity.Detail is not null ? (Activity.Of(draft.Take(activity.Detail)!, draft.Source, place + ".detail"), null)
            : activity.Reference is not null ? Referred(draft, activity.Reference, place)
            : (null, "has neither a reference nor a detail");
        // Broken; that is said already.
        if (work is null && refusal is null) return null;
        var title = "";
        if (work is not null)
        {
            title = Title(draft, work);
            refusal = work.StatusCode == "entered-in-error" ? "is entered-in-error"
                : draft.Take(work.DoNotPerform)?.Value == true ? "is not to be performed; a task is work to do"
                : title.Length == 0 ? "does not say what is to be done"
                : !draft.IsOfThisPatient(work.Subject, work.Holder) ? LeftOutReasons.OfAnotherPatient
                : null;
        }
        if (refusal is null)
        {
            draft.Account.Use(work!.Holder);
            return Task(draft, work, title, index);
        }
        draft.LeaveOut($"CarePlan.{place}", refusal);
        if (work is not null && work.Holder != draft.Source) draft.Account.LeaveOut(work.Holder, refusal);
        return null;
    }

    private static (Activity? Work, string? Refusal) Referred(PlanDraft draft, R4.ResourceReference reference, string place)
    {
        draft.TakeReference(reference);
        if (draft.Find(reference, draft.Source, place + ".reference") is not { } found) return (null, LeftOutReasons.NotInBundle);
        if (LeftOutReasons.CannotBeUnderstood(found.Resource)) return (null, LeftOutReasons.NotUnderstood);
        if (ReferredActivity.Of(found) is { } work) return (work, null);
        draft.Broken(draft.Source, place + ".reference", $"refers to a resource of type {found.TypeName}, which is no activity");
        return (null, null);
    }

    private static string Title(PlanDraft draft, Activity work)
    {
        var words = work.Words.OfType<R4.CodeableConcept>()
            .FirstOrDefault(w => !string.IsNullOrWhiteSpace(w.Text) || w.Coding.Any(c => !string.IsNullOrWhiteSpace(c.Display ?? c.Code)));
        return words is not null ? draft.WordsOf(words).Trim() : draft.Take(work.Description)?.Value?.Trim() ?? "";
    }

    private static CareTask Task(PlanDraft draft, Activity work, string title, int index)
    {
        var (dueDate, recurrence) = ActivitySchedule.Of(draft, work);
        var status = Status(draft, work);
        var description = string.Join("\n", new[] { draft.Take(work.Description)?.Value?.Trim(), ActivitySchedule.Words(draft, work)?.Trim() }
            .Where(text => !string.IsNullOrEmpty(text) && text != title));
        var task = new CareTask
        {
            TaskId = draft.Id("task", $"{index}"),
            Title = draft.Fit(title, LongestTitle, work.Holder, work.Element("code")),
            Description = draft.Fit(description, LongestDescription, work.Holder, work.Element("description")),
            Discipline = ParticipantRoles.Of(draft, work.PerformerTypes)?.Discipline() ?? Discipline.Unspecified,
            Kind = ActivityKinds.Of(work),
            Priority = Priority(draft, work),
            Status = status,
            StatusReason = draft.Fit(draft.WordsOf(work.StatusReason), LongestReason, work.Holder, work.Element("statusReason")),
            Assignee = ActivityPeople.Assignee(draft, work),
            Requester = ActivityPeople.Requester(draft, work),
            DueDate = dueDate,
            Recurrence = recurrence,
            SeriesStart = recurrence is null ? "" : dueDate,
            GoalIds = { Goals(draft, work) },
        };
        if (task.IsOpen()) draft.OpenTaskIds.Add(task.TaskId);
        if (status == TaskStatus.Completed) task.OccurrencesCompleted = task.Occurrences();
        if (work.Intent?.JsonValue is "plan" or "order") draft.Take(work.Intent);
        return task;
    }

    private static TaskStatus Status(PlanDraft draft, Activity work)
    {
        var (status, exact) = ActivityStatuses.Of(work.StatusCode);
        draft.Take(work.Status);
        if (draft.HasEnded && status.IsOpen())
            draft.Account.LeaveOut(work.Holder, work.Element("status"), $"is '{work.StatusCode}' although the plan has ended; the task is cancelled with it");
        else if (!exact) draft.Account.LeaveOut(work.Holder, work.Element("status"), $"is '{work.StatusCode}'; the task is {status.ToWords()}");
        return status;
    }

    private static TaskPriority Priority(PlanDraft draft, Activity work) => draft.Take(work.Priority)?.Value switch
    {
        R4.RequestPriority.Urgent => TaskPriority.Urgent,
        R4.RequestPriority.Asap => TaskPriority.Asap,
        R4.RequestPriority.Stat => TaskPriority.Stat,
        _ => TaskPriority.Routine,
    };

    private static IEnumerable<string> Goals(PlanDraft draft, Activity work)
    {
        var ids = new List<string>();
        foreach (var (reference, i) in work.Goals.Select((g, i) => (g, i)))
        {
            draft.TakeReference(reference);
            if (draft.Find(reference, work.Holder, work.Path($"goal[{i}]")) is { } found && draft.GoalIds.TryGetValue(found, out var id)) ids.Add(id);
            else draft.Account.LeaveOut(work.Holder, work.Element($"goal[{i}]"), "refers to something that is no goal of the plan");
        }
        return ids.Distinct();
    }
}
