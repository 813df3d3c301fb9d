using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Tasks;

/// <summary>The tasks' events as sentences.</summary>
internal static class TaskEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.TaskAdded => $"Task {TaskWords.Of(e.TaskAdded.Task)}",
        Change.TaskReassigned => $"Task {names.Of(e.TaskReassigned.TaskId)} reassigned to {TaskWords.Assignee(e.TaskReassigned.Assignee)}{Because(e.TaskReassigned.Reason)}",
        Change.TaskAccepted => $"Task {names.Of(e.TaskAccepted.TaskId)} accepted by {Name(e.TaskAccepted.Assignee)}",
        Change.TaskDeclined => $"Task {names.Of(e.TaskDeclined.TaskId)} declined{Because(e.TaskDeclined.Reason)}",
        Change.TaskStarted => $"Task {names.Of(e.TaskStarted.TaskId)} started",
        Change.TaskOccurrenceCompleted => $"Task {names.Of(e.TaskOccurrenceCompleted.TaskId)}: {TaskWords.Session(e.TaskOccurrenceCompleted)}",
        Change.TaskCompleted => $"Task {names.Of(e.TaskCompleted.TaskId)} completed{Because(e.TaskCompleted.Outcome)}",
        Change.TaskCancelled => $"Task {names.Of(e.TaskCancelled.TaskId)} cancelled{Because(e.TaskCancelled.Reason)}",
        Change.TaskFindingAdded => $"Task {names.Of(e.TaskFindingAdded.TaskId)}{Because(e.TaskFindingAdded.Finding?.Text)}",
        Change.TaskRescheduled => $"Task {names.Of(e.TaskRescheduled.TaskId)} moved to {e.TaskRescheduled.DueDate}{Because(e.TaskRescheduled.Reason)}",
        _ => null,
    };
}
