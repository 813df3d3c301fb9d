namespace CareTeam.Rules.Tests.Plans;

public sealed class CompletePlanTests
{
    private static readonly CompletePlanRequest Complete = new() { Summary = "Back at work." };

    [Fact]
    public void A_completed_plan_says_how_and_when_it_ended()
    {
        var outcome = Given.ActivePlan().When(new CompletePlan(RuleTable.Shipped), Complete, Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { PlanCompleted = new() { Summary = "Back at work." } });
        Assert.Equal((PlanStatus.Completed, "Back at work."), (outcome.After.Status, outcome.After.StatusReason));
        Assert.Equal((Given.Now, Given.Tomorrow), (outcome.After.StartedAt, outcome.After.EndedAt));
    }

    [Fact]
    public void A_plan_with_open_tasks_is_not_completed() =>
        Given.PlanWithTask(TaskStatus.InProgress).When(new CompletePlan(RuleTable.Shipped), Complete, Given.Lead).ThenRefused("plan.tasks-closed");

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    [InlineData(TaskStatus.Declined)]
    public void A_task_that_is_not_open_does_not_hinder(TaskStatus status) => Given.PlanWithTask(status).When(new CompletePlan(RuleTable.Shipped), Complete, Given.Lead)
        .Then(new PlanEvent { PlanCompleted = new() { Summary = "Back at work." } });

    [Fact]
    public void Only_the_lead_completes_a_plan()
    {
        Given.ActivePlan().When(new CompletePlan(RuleTable.Shipped), Complete, Given.Therapist).ThenForbidden("NOT_THE_LEAD");
        Given.ActivePlan().When(new CompletePlan(RuleTable.Shipped), Complete, Given.Stranger).ThenForbidden("NOT_THE_LEAD");
    }

    [Fact]
    public void It_needs_a_summary() =>
        Assert.Equal(["summary"], Fields.Violated(new CompletePlan(RuleTable.Shipped), new CompletePlanRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
