namespace CareTeam.Rules.Tests.Plans;

public sealed class RevokePlanTests
{
    private static readonly RevokePlanRequest Revoke = new() { Reason = "Moved away." };

    [Fact]
    public void A_revoked_plan_says_why_and_when_it_ended()
    {
        var outcome = Given.ActivePlan().When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { PlanRevoked = new() { Reason = "Moved away." } });
        Assert.Equal((PlanStatus.Revoked, "Moved away."), (outcome.After.Status, outcome.After.StatusReason));
        Assert.Equal((Given.Now, Given.Tomorrow), (outcome.After.StartedAt, outcome.After.EndedAt));
    }

    [Fact]
    public void A_draft_that_is_revoked_ends_without_having_started()
    {
        var plan = Given.Draft().When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Lead).After;
        Assert.Equal((null, Given.Now), (plan.StartedAt, plan.EndedAt));
    }

    [Fact]
    public void Revoking_cancels_the_open_tasks_first() => Given.PlanWithTask(TaskStatus.InProgress).When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Lead).Then(
        new PlanEvent { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "The plan was revoked." } },
        new PlanEvent { PlanRevoked = new() { Reason = "Moved away." } });

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    [InlineData(TaskStatus.Declined)]
    public void A_task_that_is_not_open_stays_as_it_is(TaskStatus status)
    {
        var given = Given.PlanWithTask(status);
        Assert.Equal(given.Plan.Tasks, given.When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Lead).After.Tasks);
    }

    [Fact]
    public void Only_the_lead_revokes_a_plan()
    {
        Given.ActivePlan().When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Therapist).ThenForbidden("NOT_THE_LEAD");
        Given.ActivePlan().When(new RevokePlan(RuleTable.Shipped), Revoke, Given.Stranger).ThenForbidden("NOT_THE_LEAD");
    }

    [Fact]
    public void It_needs_a_reason() =>
        Assert.Equal(["reason"], Fields.Violated(new RevokePlan(RuleTable.Shipped), new RevokePlanRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
