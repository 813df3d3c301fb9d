using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Plans;

public sealed class AddGoalTests
{
    private static readonly AddGoal Add = new(InstrumentCatalog.Shipped, TimeProvider.System);

    private static AddGoalRequest Request() => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "Walk a mile" };

    [Fact]
    public void A_goal_keeps_the_difference_between_zero_and_not_measured()
    {
        var goal = Given.ActivePlan().When(Add, new() { RequestId = Given.RequestId, Description = "No pain", Measure = "pain", Target = 0 }, Given.Therapist).After.Goals.Single();
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
        Given.ActivePlan().When(Add, Request(), Given.Patient).ThenForbidden("MAY_NOT_SET_GOALS");
        Given.ActivePlan().When(Add, Request(), Given.Stranger).ThenForbidden("MAY_NOT_SET_GOALS");
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
    [InlineData("ODI", "%", "odi", "", "")]
    [InlineData("odi", "", "odi", "", "")]
    [InlineData("Oswestry Disability Index (v2.x)", "%", "odi", "", "")]
    [InlineData("FABQ-W", "{score}", "fabq", "FABQ-W", "")]
    [InlineData("FIM motor", "points", "fim", "motor", "")]
    [InlineData("PROMIS PF 4a", "{T-score}", "promis-pf-4a-v2", "", "2.0")]
    public void A_measure_that_names_an_instrument_is_linked_to_it_and_to_its_usual_form(string measure, string unit, string instrument, string subscale, string form) =>
        Assert.Equal(new GoalMeasure { InstrumentId = instrument, SubscaleId = subscale, Form = form }, Set(measure, unit, 40, 35).MeasuredBy);

    [Fact]
    public void Another_form_is_named() => Assert.Equal("2.0", Set("", "", null, 2, new() { InstrumentId = "psfs", Form = "2.0" }).MeasuredBy.Form);

    [Theory]
    [InlineData("", "", "measured_by.reference_window")]
    [InlineData("now", "", "now")]
    [InlineData("now,now", "", "now")]
    [InlineData("now,worst_24h", "", "measured_by.reference_window")]
    [InlineData("now,worst_24h", "worst_24h", "worst_24h")]
    [InlineData("", "last_week", "last_week")]
    public void Of_several_reference_windows_it_is_the_only_one_that_was_measured_or_must_be_named(string measured, string named, string expected)
    {
        var given = Given.ActivePlan();
        foreach (var window in measured.Split(',', StringSplitOptions.RemoveEmptyEntries))
            given.Event(new() { OutcomeRecorded = new() { Outcome = new() { OutcomeId = window, InstrumentId = "nprs", ReferenceWindow = window } } });
        var request = Request();
        (request.Measure, request.Target) = ("NPRS", 3);
        if (named.Length > 0) request.MeasuredBy = new() { InstrumentId = "nprs", ReferenceWindow = named };
        var decision = given.When(Add, request, Given.Therapist);
        if (expected.StartsWith("measured_by", StringComparison.Ordinal)) decision.ThenInvalid(expected);
        else Assert.Equal(expected, decision.After.Goals.Single().MeasuredBy.ReferenceWindow);
    }

    [Fact]
    public void Without_a_number_to_hold_it_against_no_window_is_asked_for()
    {
        var request = Request();
        request.Measure = "NPRS";
        Assert.Equal("nprs", Given.ActivePlan().When(Add, request, Given.Therapist).After.Goals.Single().MeasuredBy.InstrumentId);
    }

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
