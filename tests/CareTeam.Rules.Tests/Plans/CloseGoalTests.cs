namespace CareTeam.Rules.Tests.Plans;

public sealed class CloseGoalTests
{
    private static readonly CloseGoalRequest Cancel = new() { GoalId = Given.GoalId, Status = GoalStatus.Cancelled, Reason = "r" };
    private static readonly CloseGoalRequest Achieve = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved };

    [Fact]
    public void A_closed_goal_keeps_how_and_why()
    {
        var goal = Given.ActivePlan().Goal().When(new CloseGoal(), Cancel, Given.Therapist).After.Goals.Single();
        Assert.Equal((GoalStatus.Cancelled, "r"), (goal.Status, goal.StatusReason));
    }

    [Fact]
    public void A_closed_goal_is_not_closed_otherwise()
    {
        var closed = Given.ActivePlan().Goal().Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } });
        closed.When(new CloseGoal(), Cancel, Given.Therapist).ThenRefused("goal.active");
        closed.When(new CloseGoal(), Achieve, Given.Therapist).ThenNothing();
    }

    [Theory]
    [InlineData(GoalStatus.Achieved, false)]
    [InlineData(GoalStatus.NotAchieved, true)]
    [InlineData(GoalStatus.Cancelled, true)]
    public void A_goal_that_was_not_achieved_is_closed_with_a_reason(GoalStatus status, bool needsReason)
    {
        var request = new CloseGoalRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Status = status };
        Assert.Equal(needsReason ? ["reason"] : [], Fields.Violated(new CloseGoal(), request));
    }

    [Fact]
    public void Active_is_no_way_to_close_a_goal()
    {
        var request = new CloseGoalRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Status = GoalStatus.Active, Reason = "r" };
        Assert.Equal(["status"], Fields.Violated(new CloseGoal(), request));
    }

    [Fact]
    public void A_goal_that_is_not_there_is_not_found() => Given.ActivePlan().When(new CloseGoal(), Achieve, Given.Therapist).ThenNotFound();

    [Fact]
    public void Patients_close_no_goals() =>
        Given.ActivePlan().Goal().When(new CloseGoal(), Achieve, Given.Patient).ThenForbidden("MAY_NOT_SET_GOALS");

    [Fact]
    public void Nothing_is_closed_in_a_plan_that_has_ended() => Given.ActivePlan().Goal().Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(new CloseGoal(), Achieve, Given.Therapist).ThenRefused("plan.not-ended");
}
