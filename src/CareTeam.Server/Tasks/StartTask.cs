using CareTeam.Server.Outcomes;
using CareTeam.Server.Team;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<StartTaskResponse> StartTask(StartTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The assignee starts an accepted task of an active plan, or a safety review of any, once what it depends on is done.</summary>
public sealed class StartTask(RuleTable rules) : PlanCommand<StartTaskRequest, StartTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(StartTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
    }

    public override StartTaskResponse Reply(CarePlan after, StartTaskRequest request) => new() { Findings = { after.Task(request.TaskId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, StartTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeAssignee(task);
        if (task.Status == TaskStatus.InProgress) yield break;
        plan.MustBeActiveFor(task, "start a task");
        task.MustBe("be started", TaskStatus.Accepted);
        var awaited = plan.Tasks.FirstOrDefault(t => task.DependsOn.Contains(t.TaskId) && t.Status is not (TaskStatus.Completed or TaskStatus.Cancelled));
        if (awaited is not null)
            throw Fault.Refused("task.dependencies-done", $"task/{awaited.TaskId}", "A task that this one depends on must be completed or cancelled first.");
        var findings = SafetyReviewDues.AskReviewer(new RuleCheck(rules, plan, caller, now).AskOfAssistant(plan, caller, task), caller, task).Settle($"task/{task.TaskId}");
        yield return new PlanEvent { TaskStarted = new() { TaskId = task.TaskId, Findings = { findings.All } } };
    }
}
