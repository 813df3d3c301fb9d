namespace CareTeam.Rules.Tests.Plans;

public sealed class ResumePlanTests
{
    [Fact]
    public void A_resumed_plan_drops_the_reason_of_its_hold_and_keeps_the_day_it_started()
    {
        var outcome = Given.PlanAt(PlanStatus.OnHold).When(new ResumePlan(), new(), Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { PlanResumed = new() });
        Assert.Equal((PlanStatus.Active, ""), (outcome.After.Status, outcome.After.StatusReason));
        Assert.Equal((Given.Now, null), (outcome.After.StartedAt, outcome.After.EndedAt));
    }

    [Fact]
    public void Only_the_lead_resumes_a_plan_also_when_it_is_active_already()
    {
        Given.PlanAt(PlanStatus.OnHold).When(new ResumePlan(), new(), Given.Therapist).ThenForbidden("NOT_THE_LEAD");
        Given.PlanAt(PlanStatus.OnHold).When(new ResumePlan(), new(), Given.Stranger).ThenForbidden("NOT_THE_LEAD");
        Given.ActivePlan().When(new ResumePlan(), new(), Given.Stranger).ThenForbidden("NOT_THE_LEAD");
    }
}
