using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<ReassignTaskResponse> ReassignTask(ReassignTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead, the requester or the assignee gives a task to another member, or back to the whole team; it is requested anew.</summary>
public sealed class ReassignTask : PlanCommand<ReassignTaskRequest, ReassignTaskResponse>, IMustSee<ReassignTaskRequest>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(ReassignTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
        violations.Text("reason", request.Reason, 2000, required: false);
    }

    public bool MustSee(ReassignTaskRequest request, PlanEvent other) => other.TaskReassigned?.TaskId == request.TaskId;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReassignTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeLeadRequesterOrAssignee(plan, task);
        plan.MustNotHaveEndedFor(task);
        task.MustBe("be reassigned", TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress, TaskStatus.Declined);
        var assignee = plan.AssigneeFor(request.AssigneeId);
        SafetyReviewDues.MustHaveSomebody(task, assignee);
        if (task.IsOpen() && task.Assignee?.PersonId == assignee?.PersonId) yield break;
        yield return new PlanEvent { TaskReassigned = new() { TaskId = task.TaskId, Assignee = assignee, Reason = request.Reason } };
    }
}
