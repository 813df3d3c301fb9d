namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<CancelTaskResponse> CancelTask(CancelTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead or the requester calls an open or declined task off.</summary>
public sealed class CancelTask : PlanCommand<CancelTaskRequest, CancelTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(CancelTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CancelTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeLeadOrRequester(plan, task);
        if (task.Status == TaskStatus.Cancelled) yield break;
        plan.MustNotHaveEnded();
        TaskOwner.MustEndByItself(plan, task);
        task.MustBe("be cancelled", TaskStatus.Requested, TaskStatus.Accepted, TaskStatus.InProgress, TaskStatus.Declined);
        yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = request.Reason } };
    }
}
