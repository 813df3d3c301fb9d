namespace CareTeam.Rules.Tests.Plans;

public sealed class GoalTests
{
    private static ReviseGoalRequest Revise() => new() { GoalId = Given.GoalId, Description = "Lift 60 lb", Measure = "lift", Target = 60, Unit = "[lb_av]", Reason = "Stronger." };

    [Fact]
    public void A_goal_keeps_the_difference_between_zero_and_not_measured()
    {
        var goal = Given.ActivePlan().When(new AddGoal(), new() { RequestId = Given.RequestId, Description = "No pain", Measure = "NPRS", Target = 0 }, Given.Therapist).After.Goals.Single();
        Assert.Equal((true, false, GoalStatus.Active), (goal.HasTarget, goal.HasBaseline, goal.Status));
    }

    [Fact]
    public void A_revised_goal_stands_as_the_request_says()
    {
        var goal = Given.ActivePlan().Goal().When(new ReviseGoal(), Revise(), Given.Therapist).After.Goals.Single();
        Assert.Equal(("Lift 60 lb", 60d, GoalStatus.Active), (goal.Description, goal.Target, goal.Status));
    }

    [Fact]
    public void A_revision_that_changes_nothing_is_no_event()
    {
        var revised = Given.ActivePlan().Goal();
        foreach (var e in revised.When(new ReviseGoal(), Revise(), Given.Therapist).Events) revised.Event(e.Clone());
        revised.When(new ReviseGoal(), Revise(), Given.Therapist).ThenNothing();
    }

    [Fact]
    public void A_closed_goal_is_neither_revised_nor_closed_otherwise()
    {
        var closed = Given.ActivePlan().Goal().Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } });
        closed.When(new ReviseGoal(), Revise(), Given.Therapist).ThenRefused("goal.active");
        closed.When(new CloseGoal(), new() { GoalId = Given.GoalId, Status = GoalStatus.Cancelled, Reason = "r" }, Given.Therapist).ThenRefused("goal.active");
        closed.When(new CloseGoal(), new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved }, Given.Therapist).ThenNothing();
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
}
