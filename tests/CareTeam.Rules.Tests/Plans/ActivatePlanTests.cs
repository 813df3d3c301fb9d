namespace CareTeam.Rules.Tests.Plans;

public sealed class ActivatePlanTests
{
    [Fact]
    public void A_draft_starts_when_it_is_activated()
    {
        var outcome = Given.Draft().When(new ActivatePlan(), new(), Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { PlanActivated = new() });
        Assert.Equal((PlanStatus.Active, Given.Tomorrow, null), (outcome.After.Status, outcome.After.StartedAt, outcome.After.EndedAt));
    }

    [Fact]
    public void Only_the_lead_activates_a_plan_also_when_it_is_active_already()
    {
        Given.Draft().When(new ActivatePlan(), new(), Given.Therapist).ThenForbidden("NOT_THE_LEAD");
        Given.Draft().When(new ActivatePlan(), new(), Given.Stranger).ThenForbidden("NOT_THE_LEAD");
        Given.ActivePlan().When(new ActivatePlan(), new(), Given.Stranger).ThenForbidden("NOT_THE_LEAD");
    }
}
