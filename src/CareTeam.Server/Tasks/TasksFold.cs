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
            case TaskAccepted c: On(plan, c.TaskId, t => (t.Status, t.Assignee, t.StatusReason) = (t.Status == TaskStatus.InProgress ? TaskStatus.InProgress : TaskStatus.Accepted, c.Assignee, ""), c.Findings); break;
            case TaskDeclined c: On(plan, c.TaskId, t => (t.Status, t.StatusReason) = (TaskStatus.Declined, c.Reason)); break;
            case TaskStarted c: On(plan, c.TaskId, t => t.Status = TaskStatus.InProgress, c.Findings); break;
            case TaskOccurrenceCompleted c: On(plan, c.TaskId, t => (t.Status, t.OccurrencesCompleted, t.DueDate) = (Waiting(t), c.Occurrence, c.NextDueDate), c.Findings); break;
            case TaskCompleted c: On(plan, c.TaskId, t => (t.Status, t.OccurrencesCompleted) = (TaskStatus.Completed, t.OccurrencesCompleted + 1), c.Findings); break;
            case TaskCancelled c: On(plan, c.TaskId, t => (t.Status, t.StatusReason) = (TaskStatus.Cancelled, c.Reason)); break;
            case TaskFindingAdded c: On(plan, c.TaskId, _ => { }, [c.Finding]); break;
            case TaskRescheduled c: On(plan, c.TaskId, t => Reschedule(t, c)); break;
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

    /// <summary>What rules let pass stays on the task, each rule once.</summary>
    private static void On(CarePlan plan, string taskId, Action<CareTask> change, IEnumerable<RuleFinding> findings) => On(plan, taskId, t =>
    {
        change(t);
        t.Findings.Add(findings.Where(f => t.Findings.All(known => known.RuleId != f.RuleId)).ToList());
    });

    private static void Reschedule(CareTask task, TaskRescheduled moved)
    {
        task.DueDate = moved.DueDate;
        if (!moved.HasOccurrencesCompleted) return;
        task.OccurrencesCompleted = moved.OccurrencesCompleted;
        if (task.Status == TaskStatus.Completed) task.Status = TaskStatus.Accepted;
    }

    /// <summary>A session of somebody else's does an occurrence also before the assignee has accepted; then the task is requested still.</summary>
    private static TaskStatus Waiting(CareTask task) => task.Status == TaskStatus.Requested ? TaskStatus.Requested : TaskStatus.Accepted;
}
