using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Tasks;

/// <summary>Questions about a task that several use cases ask.</summary>
public static class TaskState
{
    public static CareTask Task(this CarePlan plan, string taskId) => plan.Tasks.FirstOrDefault(t => t.TaskId == taskId) ?? throw Fault.NotFound("task", taskId);

    /// <summary>Somebody has to do it.</summary>
    public static readonly IReadOnlyList<TaskStatus> Open = [TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress];

    public static bool IsOpen(this CareTask task) => task.Status.IsOpen();

    public static bool IsOpen(this TaskStatus status) => Open.Contains(status);

    /// <summary>That task, while somebody has to do it or has given it back; null once it is over.</summary>
    public static CareTask? Unfinished(this CarePlan plan, string taskId) =>
        plan.Tasks.FirstOrDefault(t => t.TaskId == taskId && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));

    /// <summary>requested -> accepted -> in-progress -> completed | cancelled | declined.</summary>
    public static void MustBe(this CareTask task, string toDo, params ReadOnlySpan<TaskStatus> allowed) =>
        Lifecycle.MustBe("task.lifecycle", "task", task.TaskId, task.Status, toDo, allowed);

    /// <summary>Work is done on an active plan; a safety review on any, since who asks for help by an answer does not wait for the plan.</summary>
    public static void MustBeActiveFor(this CarePlan plan, CareTask task, string toDo)
    {
        if (!SafetyReviewDues.IsReview(task)) plan.MustBe(toDo, PlanStatus.Active);
    }

    /// <summary>Who does a task is settled before the plan ends; a safety review's also afterwards.</summary>
    public static void MustNotHaveEndedFor(this CarePlan plan, CareTask task)
    {
        if (!SafetyReviewDues.IsReview(task)) plan.MustNotHaveEnded();
    }

    public static void MustBeAssignee(this Caller caller, CareTask task)
    {
        if (!caller.Is(task.Assignee)) throw Fault.Forbidden("NOT_THE_ASSIGNEE", "Only the assignee of the task may do this.");
    }

    public static void MustBeLeadOrRequester(this Caller caller, CarePlan plan, CareTask task)
    {
        if (!caller.Is(plan.Lead) && !caller.Is(task.Requester))
            throw Fault.Forbidden("NOT_LEAD_OR_REQUESTER", "Only the lead of the plan or the requester of the task may do this.");
    }

    public static void MustBeLeadRequesterOrAssignee(this Caller caller, CarePlan plan, CareTask task)
    {
        if (!caller.Is(plan.Lead) && !caller.Is(task.Requester) && !caller.Is(task.Assignee))
            throw Fault.Forbidden("NOT_LEAD_REQUESTER_OR_ASSIGNEE", "Only the lead of the plan, the requester or the assignee of the task may do this.");
    }

    /// <summary>The member who shall have the task; null for the whole team.</summary>
    public static Person? AssigneeFor(this CarePlan plan, string assigneeId)
    {
        if (assigneeId.Length == 0) return null;
        return plan.CurrentMember(assigneeId)?.Person
            ?? throw Fault.Refused("task.assignee-on-team", $"person/{assigneeId}", "A task can only be given to a member of the team; add the person first.");
    }
}
