using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<DeclineTaskResponse> DeclineTask(DeclineTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The assignee gives a task back that is not started; a safety review goes to the lead with it.</summary>
public sealed class DeclineTask : PlanCommand<DeclineTaskRequest, DeclineTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(DeclineTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, DeclineTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeAssignee(task);
        if (task.Status == TaskStatus.Declined) yield break;
        plan.MustNotHaveEndedFor(task);
        task.MustBe("be declined", TaskStatus.Requested, TaskStatus.Accepted);
        SafetyReviewDues.MustNotBeDeclinedBy(caller, plan, task);
        yield return new PlanEvent { TaskDeclined = new() { TaskId = task.TaskId, Reason = request.Reason } };
        if (SafetyReviewDues.IsReview(task)) yield return SafetyReviewDues.ToTheLead(plan, task, "The safety review was declined.");
    }
}
