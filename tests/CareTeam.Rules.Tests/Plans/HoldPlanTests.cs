namespace CareTeam.Rules.Tests.Plans;

public sealed class HoldPlanTests
{
    private static readonly HoldPlanRequest Hold = new() { Reason = "Flu." };

    [Fact]
    public void A_plan_on_hold_says_why_and_has_not_ended()
    {
        var outcome = Given.ActivePlan().When(new HoldPlan(), Hold, Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { PlanHeld = new() { Reason = "Flu." } });
        Assert.Equal((PlanStatus.OnHold, "Flu."), (outcome.After.Status, outcome.After.StatusReason));
        Assert.Equal((Given.Now, null), (outcome.After.StartedAt, outcome.After.EndedAt));
    }

    [Fact]
    public void Held_again_for_another_reason_it_keeps_the_first() =>
        Given.PlanAt(PlanStatus.OnHold).When(new HoldPlan(), new() { Reason = "Vacation." }, Given.Lead).ThenNothing();

    [Fact]
    public void Only_the_lead_holds_a_plan()
    {
        Given.ActivePlan().When(new HoldPlan(), Hold, Given.Therapist).ThenForbidden("NOT_THE_LEAD");
        Given.ActivePlan().When(new HoldPlan(), Hold, Given.Stranger).ThenForbidden("NOT_THE_LEAD");
    }

    [Fact]
    public void It_needs_a_reason() =>
        Assert.Equal(["reason"], Fields.Violated(new HoldPlan(), new HoldPlanRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
