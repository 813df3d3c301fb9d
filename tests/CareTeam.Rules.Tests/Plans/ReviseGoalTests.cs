namespace CareTeam.Rules.Tests.Plans;

public sealed class ReviseGoalTests
{
    private static ReviseGoalRequest Revise() => new() { GoalId = Given.GoalId, Description = "Lift 60 lb", Measure = "lift", Target = 60, Unit = "[lb_av]", Reason = "Stronger." };

    [Fact]
    public void A_revised_goal_stands_as_the_request_says()
    {
        var goal = Given.ActivePlan().Goal().When(new ReviseGoal(), Revise(), Given.Therapist).After.Goals.Single();
        Assert.Equal(("Lift 60 lb", 60d, GoalStatus.Active), (goal.Description, goal.Target, goal.Status));
    }

    [Fact]
    public void What_the_request_leaves_out_becomes_empty()
    {
        var given = Given.ActivePlan().Goal();
        foreach (var e in given.When(new ReviseGoal(), Revise(), Given.Therapist).Events) given.Event(e.Clone());
        var goal = given.When(new ReviseGoal(), new() { GoalId = Given.GoalId, Description = "Lift more", Reason = "Simpler." }, Given.Therapist).After.Goals.Single();
        Assert.Equal(new Goal { GoalId = Given.GoalId, Description = "Lift more", Status = GoalStatus.Active }, goal);
    }

    [Fact]
    public void A_revision_that_changes_nothing_is_no_event()
    {
        var revised = Given.ActivePlan().Goal();
        foreach (var e in revised.When(new ReviseGoal(), Revise(), Given.Therapist).Events) revised.Event(e.Clone());
        revised.When(new ReviseGoal(), Revise(), Given.Therapist).ThenNothing();
    }

    [Fact]
    public void A_closed_goal_is_not_revised() =>
        Given.ActivePlan().Goal().Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } })
            .When(new ReviseGoal(), Revise(), Given.Therapist).ThenRefused("goal.active");

    [Fact]
    public void A_goal_that_is_not_there_is_not_found() => Given.ActivePlan().When(new ReviseGoal(), Revise(), Given.Therapist).ThenNotFound();

    [Fact]
    public void Patients_revise_no_goals() =>
        Given.ActivePlan().Goal().When(new ReviseGoal(), Revise(), Given.Patient).ThenForbidden("MAY_NOT_SET_GOALS");

    [Fact]
    public void Nothing_is_revised_in_a_plan_that_has_ended() => Given.ActivePlan().Goal().Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(new ReviseGoal(), Revise(), Given.Therapist).ThenRefused("plan.not-ended");

    [Fact]
    public void It_must_see_another_revision_of_the_same_goal_and_no_other_event()
    {
        Assert.True(new ReviseGoal().MustSee(Revise(), new() { GoalRevised = new() { Goal = new() { GoalId = Given.GoalId } } }));
        Assert.False(new ReviseGoal().MustSee(Revise(), new() { GoalRevised = new() { Goal = new() { GoalId = Given.OtherTaskId } } }));
        Assert.False(new ReviseGoal().MustSee(Revise(), new() { GoalClosed = new() { GoalId = Given.GoalId } }));
    }

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new ReviseGoalRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "Lift more" };
        Assert.Equal(["reason"], Fields.Violated(new ReviseGoal(), request));
    }
}
