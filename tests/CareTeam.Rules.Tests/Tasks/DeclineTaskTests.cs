using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class DeclineTaskTests
{
    private static readonly DeclineTaskRequest Decline = new() { TaskId = Given.TaskId, Reason = "Full." };

    [Fact]
    public void A_declined_task_says_why_and_who_declined_it()
    {
        var outcome = Given.PlanWithTask(TaskStatus.Accepted).When(new DeclineTask(), Decline, Given.Therapist);
        outcome.Then(new PlanEvent { TaskDeclined = new() { TaskId = Given.TaskId, Reason = "Full." } });
        var task = outcome.After.Tasks.Single();
        Assert.Equal((TaskStatus.Declined, "Full.", Given.Therapist), (task.Status, task.StatusReason, task.Assignee));
    }

    [Fact]
    public void Only_the_assignee_declines() =>
        Given.PlanWithTask(TaskStatus.Requested).When(new DeclineTask(), Decline, Given.Lead).ThenForbidden("NOT_THE_ASSIGNEE");

    [Fact]
    public void A_task_of_the_whole_team_is_declined_by_nobody() =>
        Given.ActivePlan().Task(assignee: null).When(new DeclineTask(), Decline, Given.Therapist).ThenForbidden("NOT_THE_ASSIGNEE");

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new DeclineTask(), Decline, Given.Therapist).ThenNotFound();

    [Fact]
    public void Nothing_is_declined_in_a_plan_that_has_ended() => Given.PlanWithTask(TaskStatus.Cancelled).Event(new() { PlanRevoked = new() { Reason = "Moved away." } })
        .When(new DeclineTask(), Decline, Given.Therapist).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new DeclineTaskRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, TaskId = Given.TaskId };
        Assert.Equal(["reason"], Fields.Violated(new DeclineTask(), request));
    }
}
