namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<RescheduleTaskResponse> RescheduleTask(RescheduleTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead, the requester or the assignee moves an open task to another day; two moves must not pass over each other.</summary>
public sealed class RescheduleTask : PlanCommand<RescheduleTaskRequest, RescheduleTaskResponse>, IMustSee<RescheduleTaskRequest>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(RescheduleTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
        violations.Required("due_date", request.DueDate);
        violations.Text("reason", request.Reason, 2000, required: false);
    }

    public bool MustSee(RescheduleTaskRequest request, PlanEvent other) => other.TaskRescheduled?.TaskId == request.TaskId;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RescheduleTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeLeadRequesterOrAssignee(plan, task);
        plan.MustNotHaveEnded();
        TaskOwner.MustMoveByItself(plan, task);
        task.MustBe("be rescheduled", [.. TaskState.Open]);
        if (task.DueDate == request.DueDate) yield break;
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        yield return new PlanEvent { TaskRescheduled = new() { TaskId = task.TaskId, DueDate = request.DueDate, Reason = request.Reason } };
    }
}
