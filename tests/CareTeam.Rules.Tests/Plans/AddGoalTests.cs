using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Plans;

public sealed class AddGoalTests
{
    private static readonly AddGoal Add = new(InstrumentCatalog.Shipped, TimeProvider.System);

    private static AddGoalRequest Request() => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "Walk a mile" };

    [Fact]
    public void A_goal_keeps_the_difference_between_zero_and_not_measured()
    {
        var goal = Given.ActivePlan().When(Add, new() { RequestId = Given.RequestId, Description = "No pain", Measure = "NPRS", Target = 0 }, Given.Therapist).After.Goals.Single();
        Assert.Equal((true, false, GoalStatus.Active), (goal.HasTarget, goal.HasBaseline, goal.Status));
    }

    [Fact]
    public void A_baseline_or_a_target_says_what_is_measured()
    {
        Assert.Empty(Fields.Violated(Add, Request()));
        var target = Request();
        target.Target = 0;
        Assert.Equal(["measure"], Fields.Violated(Add, target));
        var baseline = Request();
        baseline.Baseline = 0;
        Assert.Equal(["measure"], Fields.Violated(Add, baseline));
    }

    [Fact]
    public void Clinicians_of_the_team_set_goals_and_nobody_else()
    {
        Assert.Single(Given.ActivePlan().When(Add, Request(), Given.Psychologist).Events);
        Given.ActivePlan().When(Add, Request(), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
        Given.ActivePlan().When(Add, Request(), Given.Stranger).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
    }

    [Fact]
    public void An_id_is_used_once() => Given.ActivePlan().Goal().When(Add, Request(), Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Revoked).When(Add, Request(), Given.Lead).ThenRefused("plan.not-ended");

    private static Goal Set(string measure, string unit, double? baseline, double target, GoalMeasure? by = null)
    {
        var request = Request();
        (request.Measure, request.Unit, request.Target, request.MeasuredBy) = (measure, unit, target, by);
        if (baseline is { } from) request.Baseline = from;
        return Given.ActivePlan().When(Add, request, Given.Therapist).After.Goals.Single();
    }

    private static IReadOnlyList<string> Violated(string unit, double target, GoalMeasure by)
    {
        var request = Request();
        (request.Unit, request.Target, request.MeasuredBy) = (unit, target, by);
        return Fields.Violated(Add, request);
    }

    [Theory]
    [InlineData("ODI", "%", "odi", "")]
    [InlineData("odi", "", "odi", "")]
    [InlineData("Oswestry Disability Index (v2.x)", "%", "odi", "")]
    [InlineData("FABQ-W", "{score}", "fabq", "FABQ-W")]
    [InlineData("FIM motor", "points", "fim", "motor")]
    [InlineData("PROMIS PF 4a", "{T-score}", "promis-pf-4a-v2", "")]
    public void A_measure_that_names_an_instrument_is_linked_to_it(string measure, string unit, string instrument, string subscale) =>
        Assert.Equal(new GoalMeasure { InstrumentId = instrument, SubscaleId = subscale }, Set(measure, unit, 40, 35).MeasuredBy);

    [Theory]
    [InlineData("lift floor to waist", "[lb_av]")]
    [InlineData("ODI", "points")]
    [InlineData("6MWT", "km")]
    [InlineData("FABQ", "points")]
    public void Words_that_name_none_or_mean_another_quantity_stay_words(string measure, string unit) => Assert.Null(Set(measure, unit, null, 20).MeasuredBy);

    [Fact]
    public void A_named_instrument_needs_no_words() => Assert.Equal("MAXLIFT", Set("", "kg", 5, 20, new() { InstrumentId = "max-lift-kg" }).Measure);

    [Fact]
    public void Pounds_are_kept_as_they_are_and_held_against_kilograms()
    {
        var goal = Set("MAXLIFT", "[lb_av]", 10, 50);
        Assert.Equal((50, 22.68, 4.54), (goal.Target, goal.ScoreTarget, goal.ScoreBaseline));
    }

    [Fact]
    public void What_does_not_fit_the_named_instrument_is_named()
    {
        Assert.Equal(["measured_by.instrument_id"], Violated("", 1, new() { InstrumentId = "ndi" }));
        Assert.Equal(["measured_by.instrument_id"], Violated("", 1, new()));
        Assert.Equal(["measured_by.subscale_id"], Violated("", 1, new() { InstrumentId = "fabq" }));
        Assert.Equal(["unit"], Violated("kg", 1, new() { InstrumentId = "odi" }));
        Assert.Equal(["target"], Violated("%", 101, new() { InstrumentId = "odi" }));
        Assert.Equal(["target"], Violated("", 1e300, new() { InstrumentId = "odi" }));
        Assert.Equal(["measured_by.form", "measured_by.reference_window"], Violated("", 1, new() { InstrumentId = "odi", Form = "3", ReferenceWindow = "now" }));
    }
}
