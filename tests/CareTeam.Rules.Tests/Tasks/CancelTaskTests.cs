using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class CancelTaskTests
{
    private static readonly CancelTaskRequest Cancel = new() { TaskId = Given.TaskId, Reason = "Off." };

    [Fact]
    public void Only_lead_and_requester_cancel()
    {
        Given.PlanWithTask(TaskStatus.Requested).When(new CancelTask(), Cancel, Given.Therapist).ThenForbidden("NOT_LEAD_OR_REQUESTER");
        Given.ActivePlan().Task(null, t => t.Requester = Given.OtherTherapist).When(new CancelTask(), Cancel, Given.OtherTherapist)
            .Then(new PlanEvent { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "Off." } });
    }

    [Fact]
    public void A_cancelled_task_says_why()
    {
        var task = Given.PlanWithTask(TaskStatus.Declined).When(new CancelTask(), Cancel, Given.Lead).After.Tasks.Single();
        Assert.Equal((TaskStatus.Cancelled, "Off."), (task.Status, task.StatusReason));
    }

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new CancelTask(), Cancel, Given.Lead).ThenNotFound();

    [Fact]
    public void Nothing_is_cancelled_in_a_plan_that_has_ended() => Given.PlanWithTask(TaskStatus.Declined).Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(new CancelTask(), Cancel, Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new CancelTaskRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, TaskId = Given.TaskId };
        Assert.Equal(["reason"], Fields.Violated(new CancelTask(), request));
    }
}
