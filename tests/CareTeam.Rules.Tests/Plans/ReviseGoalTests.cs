using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Plans;

public sealed class ReviseGoalTests
{
    private static readonly ReviseGoal Revision = new(InstrumentCatalog.Shipped, TimeProvider.System);

    private static ReviseGoalRequest Revise() => new() { GoalId = Given.GoalId, Description = "Lift 60 lb", Measure = "lift", Target = 60, Unit = "[lb_av]", Reason = "Stronger." };

    [Fact]
    public void A_revised_goal_stands_as_the_request_says()
    {
        var goal = Given.ActivePlan().Goal().When(Revision, Revise(), Given.Therapist).After.Goals.Single();
        Assert.Equal(("Lift 60 lb", 60d, GoalStatus.Active), (goal.Description, goal.Target, goal.Status));
    }

    [Fact]
    public void What_the_request_leaves_out_becomes_empty()
    {
        var given = Given.ActivePlan().Goal();
        foreach (var e in given.When(Revision, Revise(), Given.Therapist).Events) given.Event(e.Clone());
        var goal = given.When(Revision, new() { GoalId = Given.GoalId, Description = "Lift more", Reason = "Simpler." }, Given.Therapist).After.Goals.Single();
        Assert.Equal(new Goal { GoalId = Given.GoalId, Description = "Lift more", Status = GoalStatus.Active }, goal);
    }

    [Fact]
    public void A_revision_that_changes_nothing_is_no_event()
    {
        var revised = Given.ActivePlan().Goal();
        foreach (var e in revised.When(Revision, Revise(), Given.Therapist).Events) revised.Event(e.Clone());
        revised.When(Revision, Revise(), Given.Therapist).ThenNothing();
    }

    [Fact]
    public void A_closed_goal_is_not_revised() =>
        Given.ActivePlan().Goal().Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved } })
            .When(Revision, Revise(), Given.Therapist).ThenRefused("goal.active");

    [Fact]
    public void A_goal_that_is_not_there_is_not_found() => Given.ActivePlan().When(Revision, Revise(), Given.Therapist).ThenNotFound();

    [Fact]
    public void Patients_revise_no_goals() =>
        Given.ActivePlan().Goal().When(Revision, Revise(), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");

    [Fact]
    public void Nothing_is_revised_in_a_plan_that_has_ended() => Given.ActivePlan().Goal().Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(Revision, Revise(), Given.Therapist).ThenRefused("plan.not-ended");

    [Fact]
    public void It_must_see_another_revision_of_the_same_goal_and_no_other_event()
    {
        Assert.True(Revision.MustSee(Revise(), new() { GoalRevised = new() { Goal = new() { GoalId = Given.GoalId } } }));
        Assert.False(Revision.MustSee(Revise(), new() { GoalRevised = new() { Goal = new() { GoalId = Given.OtherTaskId } } }));
        Assert.False(Revision.MustSee(Revise(), new() { GoalClosed = new() { GoalId = Given.GoalId } }));
    }

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new ReviseGoalRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "Lift more" };
        Assert.Equal(["reason"], Fields.Violated(Revision, request));
    }

    [Fact]
    public void A_revision_links_the_goal_to_another_instrument_and_what_was_measured_before_counts()
    {
        var given = Given.ActivePlan().Goal().Event(new()
        {
            OutcomeRecorded = new() { Outcome = new() { OutcomeId = "o", InstrumentId = "odi", Scores = { new OutcomeScore { Value = 30, Unit = "%", HigherIs = HigherIs.Worse } } } },
        });
        ReviseGoalRequest toOdi = new() { GoalId = Given.GoalId, Description = "Less disabled", Measure = "ODI", Baseline = 40, Target = 20, Unit = "%", Reason = "Measured now." };
        var revised = given.When(Revision, toOdi, Given.Therapist);
        Assert.Null(revised.Events.Single().GoalRevised.Goal.Attainment);
        Assert.Equal(("odi", 50, false), (revised.After.Goals[0].MeasuredBy.InstrumentId, revised.After.Goals[0].Attainment.Percent, revised.After.Goals[0].Attainment.Reached));
        foreach (var e in revised.Events) given.Event(e.Clone());
        given.When(Revision, toOdi, Given.Therapist).ThenNothing();
    }
}
