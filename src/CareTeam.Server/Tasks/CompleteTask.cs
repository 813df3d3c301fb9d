using CareTeam.Server.Outcomes;
using CareTeam.Server.Team;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<CompleteTaskResponse> CompleteTask(CompleteTaskRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The assignee completes a task in progress; of a series, its occurrence, until the last one completes the task.</summary>
public sealed class CompleteTask(RuleTable rules) : PlanCommand<CompleteTaskRequest, CompleteTaskResponse>
{
    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(CompleteTaskRequest request, Violations violations)
    {
        violations.Required("task_id", request.TaskId);
        violations.Text("outcome", request.Outcome, 2000, required: false);
    }

    public override CompleteTaskResponse Reply(CarePlan after, CompleteTaskRequest request)
    {
        var task = after.Task(request.TaskId);
        return new() { OccurrencesLeft = task.Status == TaskStatus.Completed ? 0 : task.Occurrences() - task.OccurrencesCompleted, Findings = { task.Findings } };
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CompleteTaskRequest request, Caller caller, Timestamp now)
    {
        var task = plan.Task(request.TaskId);
        caller.MustBeAssignee(task);
        if (task.Status == TaskStatus.Completed) yield break;
        plan.MustBeActiveFor(task, "complete a task");
        TaskOwner.MustEndByItself(plan, task);
        task.MustBe("be completed", TaskStatus.InProgress);
        var findings = SafetyReviewDues.AskReviewer(new RuleCheck(rules, plan, caller, now).AskOfAssistant(plan, caller, task), caller, task).Settle($"task/{task.TaskId}");
        var done = task.OccurrencesCompleted + 1;
        if (done < task.Occurrences())
        {
            var next = Series.DueDate(task.SeriesStart, task.Recurrence, done);
            yield return new PlanEvent
            {
                TaskOccurrenceCompleted = new() { TaskId = task.TaskId, Occurrence = done, NextDueDate = next, Outcome = request.Outcome, Findings = { findings.All } },
            };
        }
        else
        {
            yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = request.Outcome, Findings = { findings.All } } };
        }
    }
}
