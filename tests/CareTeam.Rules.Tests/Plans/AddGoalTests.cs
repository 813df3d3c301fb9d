namespace CareTeam.Rules.Tests.Plans;

public sealed class AddGoalTests
{
    private static AddGoalRequest Request() => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "Walk a mile" };

    [Fact]
    public void A_goal_keeps_the_difference_between_zero_and_not_measured()
    {
        var goal = Given.ActivePlan().When(new AddGoal(), new() { RequestId = Given.RequestId, Description = "No pain", Measure = "NPRS", Target = 0 }, Given.Therapist).After.Goals.Single();
        Assert.Equal((true, false, GoalStatus.Active), (goal.HasTarget, goal.HasBaseline, goal.Status));
    }

    [Fact]
    public void A_baseline_or_a_target_says_what_is_measured()
    {
        Assert.Empty(Fields.Violated(new AddGoal(), Request()));
        var target = Request();
        target.Target = 0;
        Assert.Equal(["measure"], Fields.Violated(new AddGoal(), target));
        var baseline = Request();
        baseline.Baseline = 0;
        Assert.Equal(["measure"], Fields.Violated(new AddGoal(), baseline));
    }

    [Fact]
    public void Clinicians_of_the_team_set_goals_and_nobody_else()
    {
        Assert.Single(Given.ActivePlan().When(new AddGoal(), Request(), Given.Psychologist).Events);
        Given.ActivePlan().When(new AddGoal(), Request(), Given.Patient).ThenForbidden("MAY_NOT_SET_GOALS");
        Given.ActivePlan().When(new AddGoal(), Request(), Given.Stranger).ThenForbidden("MAY_NOT_SET_GOALS");
    }

    [Fact]
    public void An_id_is_used_once() => Given.ActivePlan().Goal().When(new AddGoal(), Request(), Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Revoked).When(new AddGoal(), Request(), Given.Lead).ThenRefused("plan.not-ended");
}
