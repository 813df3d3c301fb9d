using CareTeam.Server.Outcomes;
using CareTeam.Server.Team;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<AcceptTaskResponse> AcceptTask(AcceptTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The assignee, or for a task of the whole team anyone of its discipline, takes it on.</summary>
public sealed class AcceptTask(RuleTable rules) : PlanCommand<AcceptTaskRequest, AcceptTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(AcceptTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
    }

    public override AcceptTaskResponse Reply(CarePlan after, AcceptTaskRequest request) => new() { Findings = { after.Task(request.TaskId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AcceptTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        if (task.Status == TaskStatus.Accepted && caller.Is(task.Assignee)) yield break;
        plan.MustNotHaveEndedFor(task);
        // Work that was imported may be under way without saying by whom.
        task.MustBe("be accepted", task.Assignee is null ? [.. TaskState.Open] : [TaskStatus.Requested]);
        if (task.Assignee is not null) caller.MustBeAssignee(task);
        else if (task.Discipline != Discipline.Unspecified && task.Discipline != caller.Role.Discipline())
            throw Fault.Forbidden("NOT_OF_THE_DISCIPLINE", $"Only somebody of {task.Discipline.ToWords()} may take this task on.");
        var findings = SafetyReviewDues.AskReviewer(new RuleCheck(rules, plan, caller, now).AskOfAssistant(plan, caller, task), caller, task).Settle($"task/{task.TaskId}");
        yield return new PlanEvent { TaskAccepted = new() { TaskId = task.TaskId, Assignee = caller.Person, Findings = { findings.All } } };
    }
}
