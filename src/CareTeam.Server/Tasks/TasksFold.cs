using Google.Protobuf;

namespace CareTeam.Server.Tasks;

/// <summary>What the tasks' events do to a plan.</summary>
public static class TasksFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case TaskAdded c: plan.Tasks.Add(Requested(c.Task, e)); break;
            case TaskReassigned c: On(plan, c.TaskId, t => (t.Status, t.Assignee, t.StatusReason, t.RequestedAt) = (TaskStatus.Requested, c.Assignee, c.Reason, e.RecordedAt)); break;
            case TaskAccepted c: On(plan, c.TaskId, t => (t.Status, t.Assignee, t.StatusReason) = (TaskStatus.Accepted, c.Assignee, "")); break;
            case TaskDeclined c: On(plan, c.TaskId, t => (t.Status, t.StatusReason) = (TaskStatus.Declined, c.Reason)); break;
            case TaskStarted c: On(plan, c.TaskId, t => t.Status = TaskStatus.InProgress); break;
            case TaskOccurrenceCompleted c: On(plan, c.TaskId, t => (t.Status, t.OccurrencesCompleted, t.DueDate) = (TaskStatus.Accepted, c.Occurrence, c.NextDueDate)); break;
            case TaskCompleted c: On(plan, c.TaskId, t => (t.Status, t.OccurrencesCompleted) = (TaskStatus.Completed, t.OccurrencesCompleted + 1)); break;
            case TaskCancelled c: On(plan, c.TaskId, t => (t.Status, t.StatusReason) = (TaskStatus.Cancelled, c.Reason)); break;
            case TaskRescheduled c: On(plan, c.TaskId, t => t.DueDate = c.DueDate); break;
            default: return false;
        }
        return true;
    }

    private static CareTask Requested(CareTask task, PlanEvent e)
    {
        var copy = task.Clone();
        copy.RequestedAt = e.RecordedAt;
        return copy;
    }

    private static void On(CarePlan plan, string taskId, Action<CareTask> change) => plan.Tasks.Change(t => t.TaskId == taskId, change);
}
