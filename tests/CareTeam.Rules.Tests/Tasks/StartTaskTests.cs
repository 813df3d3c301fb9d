using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class StartTaskTests
{
    private static readonly StartTaskRequest Start = new() { TaskId = Given.TaskId };

    [Fact]
    public void Only_the_assignee_starts()
    {
        Given.PlanWithTask(TaskStatus.Accepted).When(new StartTask(RuleTable.Shipped), Start, Given.Lead).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.Accepted).When(new StartTask(RuleTable.Shipped), Start, Given.Therapist).Then(new PlanEvent { TaskStarted = new() { TaskId = Given.TaskId } });
    }

    [Theory]
    [InlineData(TaskStatus.Accepted, false)]
    [InlineData(TaskStatus.InProgress, false)]
    [InlineData(TaskStatus.Declined, false)]
    [InlineData(TaskStatus.Completed, true)]
    [InlineData(TaskStatus.Cancelled, true)]
    public void A_task_starts_once_what_it_depends_on_is_completed_or_cancelled(TaskStatus other, bool starts)
    {
        var given = Given.PlanWithTask(TaskStatus.Accepted).Event(new()
        {
            TaskAdded = new() { Task = new() { TaskId = Given.OtherTaskId, Title = "MRI", Status = other } },
        });
        var waiting = given.Plan.Tasks[0].Clone();
        waiting.TaskId = "0190c0de-0000-7000-8000-000000000099";
        waiting.DependsOn.Add(Given.OtherTaskId);
        var outcome = given.Event(new() { TaskAdded = new() { Task = waiting } }).When(new StartTask(RuleTable.Shipped), new() { TaskId = waiting.TaskId }, Given.Therapist);
        if (starts) outcome.Then(new PlanEvent { TaskStarted = new() { TaskId = waiting.TaskId } });
        else outcome.ThenRefused("task.dependencies-done");
    }

    [Fact]
    public void Work_waits_while_the_plan_is_on_hold() => Given.PlanWithTask(TaskStatus.Accepted).Event(new() { PlanHeld = new() { Reason = "Flu." } })
        .When(new StartTask(RuleTable.Shipped), Start, Given.Therapist).ThenRefused("plan.lifecycle");

    [Fact]
    public void Work_waits_for_the_plan_to_start() => Given.Draft().Task(Given.Therapist, t => t.Status = TaskStatus.Accepted)
        .When(new StartTask(RuleTable.Shipped), Start, Given.Therapist).ThenRefused("plan.lifecycle");

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new StartTask(RuleTable.Shipped), Start, Given.Therapist).ThenNotFound();
}
