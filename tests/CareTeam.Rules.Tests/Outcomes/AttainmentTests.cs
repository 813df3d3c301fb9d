using CareTeam.Server.Outcomes;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class AttainmentTests
{
    private static readonly AddGoal Add = new(InstrumentCatalog.Shipped, TimeProvider.System);
    private static readonly RecordOutcome Record = new(InstrumentCatalog.Shipped, RuleTable.Shipped, ScopeOfPractice.Shipped, TimeProvider.System);

    private static Given Goal(Given given, string measure, string unit, double? baseline, double? target, GoalMeasure? by = null)
    {
        var request = new AddGoalRequest { RequestId = Given.RequestId, GoalId = Given.GoalId, Description = "d", Measure = measure, Unit = unit };
        if (baseline is { } from) request.Baseline = from;
        if (target is { } to) request.Target = to;
        request.MeasuredBy = by;
        return given.Event(given.When(Add, request, Given.Lead).Events.Single().Clone());
    }

    private static Given Measured(Given given, string instrument, double value, int daysAgo = 0, string unit = "", string form = "", string window = "now")
    {
        var request = new RecordOutcomeRequest { RequestId = Guid.NewGuid().ToString(), InstrumentId = instrument, MeasuredAt = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-daysAgo)), Answers = { new ItemAnswer { Value = value, Unit = unit } } };
        request.Form = form;
        if (instrument == "nprs") request.ReferenceWindow = window;
        if (instrument == "psfs") request.Answers[0].Activity = "walk the dog";
        return given.Event(given.When(Record, request, Given.Lead).Events.Single().Clone());
    }

    private static GoalAttainment? Of(Given given) => given.Plan.Goals.Single().Attainment;

    [Theory]
    [InlineData(400, 0, false)]
    [InlineData(500, 50, false)]
    [InlineData(599.9, 99.95, false)]
    [InlineData(600, 100, true)]
    [InlineData(700, 150, true)]
    [InlineData(350, -25, false)]
    public void It_is_the_share_of_the_way_from_the_baseline_to_the_target(double walked, double percent, bool reached)
    {
        var attainment = Of(Measured(Goal(Given.ActivePlan(), "6MWT", "m", 400, 600), "6mwt", walked))!;
        Assert.Equal((percent, reached, walked, 400, "m"), (attainment.Percent, attainment.Reached, attainment.Value, attainment.Baseline, attainment.Unit));
    }

    [Fact]
    public void Where_less_is_better_the_target_lies_below()
    {
        var given = Measured(Goal(Given.ActivePlan(), "NPRS", "", 8, 3, new() { InstrumentId = "nprs", ReferenceWindow = "now" }), "nprs", 4);
        Assert.Equal((80, false), (Of(given)!.Percent, Of(given)!.Reached));
        Assert.Equal((100, true), (Of(Measured(given, "nprs", 3))!.Percent, Of(given)!.Reached));
    }

    [Fact]
    public void Twenty_pounds_lifted_reach_a_target_of_twenty_pounds() =>
        Assert.Equal((100, true), (Of(Lifted(20))!.Percent, Of(Lifted(20))!.Reached));

    private static Given Lifted(double pounds) => Measured(Goal(Given.ActivePlan(), "MAXLIFT", "[lb_av]", 10, 20), "max-lift-kg", pounds, unit: "[lb_av]");

    [Fact]
    public void The_newest_measurement_counts_and_not_the_last_recorded()
    {
        var given = Measured(Measured(Goal(Given.ActivePlan(), "6MWT", "m", 400, 600), "6mwt", 550, daysAgo: 1), "6mwt", 300, daysAgo: 30);
        Assert.Equal((550, given.Plan.Outcomes[0].OutcomeId), (Of(given)!.Value, Of(given)!.OutcomeId));
    }

    [Fact]
    public void Without_a_baseline_the_earliest_measurement_is_one()
    {
        var given = Measured(Goal(Given.ActivePlan(), "6MWT", "m", null, 600), "6mwt", 400, daysAgo: 30);
        Assert.Equal((0, false), (Of(given)!.Percent, Of(given)!.Reached));
        Assert.Equal(50, Of(Measured(given, "6mwt", 500))!.Percent);
    }

    [Fact]
    public void A_target_that_was_met_from_the_start_is_reached_without_a_way()
    {
        var attainment = Of(Measured(Goal(Given.ActivePlan(), "6MWT", "m", 600, 600), "6mwt", 610))!;
        Assert.Equal((false, true), (attainment.HasPercent, attainment.Reached));
    }

    [Fact]
    public void What_was_measured_before_the_goal_was_set_counts() =>
        Assert.Equal(50, Of(Goal(Measured(Given.ActivePlan(), "6mwt", 500), "6MWT", "m", 400, 600))!.Percent);

    [Fact]
    public void Without_a_target_or_a_measurement_or_a_link_there_is_none()
    {
        Assert.Null(Of(Measured(Goal(Given.ActivePlan(), "6MWT", "m", 400, null), "6mwt", 500)));
        Assert.Null(Of(Goal(Given.ActivePlan(), "6MWT", "m", 400, 600)));
        Assert.Null(Of(Measured(Goal(Given.ActivePlan(), "walking distance", "m", 400, 600), "6mwt", 500)));
        Assert.Null(Of(Measured(Goal(Given.ActivePlan(), "6MWT", "m", 400, 600), "tug", 9)));
    }

    [Fact]
    public void A_form_that_turns_the_score_around_is_not_held_against_the_goal()
    {
        var given = Measured(Goal(Given.ActivePlan(), "PSFS", "", 3, 8), "psfs", 7, form: "2.0");
        Assert.Null(Of(given));
        Assert.Equal((80, false), (Of(Measured(given, "psfs", 7))!.Percent, Of(given)!.Reached));
    }

    [Fact]
    public void The_pain_now_is_not_held_against_a_goal_of_the_worst_pain()
    {
        var given = Goal(Measured(Given.ActivePlan(), "nprs", 8, daysAgo: 30, window: "worst_24h"), "NPRS", "", null, 3);
        Assert.Equal("worst_24h", given.Plan.Goals.Single().MeasuredBy.ReferenceWindow);
        Assert.Equal((8, false), (Of(Measured(given, "nprs", 2))!.Value, Of(given)!.Reached));
        Assert.Equal((3, true), (Of(Measured(given, "nprs", 3, window: "worst_24h"))!.Value, Of(given)!.Reached));
    }

    /// <summary>Such goals were recorded before a form and a window were asked for.</summary>
    [Fact]
    public void Of_a_goal_that_names_neither_form_nor_window_what_is_like_the_earliest_measurement_counts()
    {
        var given = Given.ActivePlan().Event(new()
        {
            GoalAdded = new() { Goal = new() { GoalId = Given.GoalId, Description = "d", Status = GoalStatus.Active, MeasuredBy = new() { InstrumentId = "nprs" }, ScoreTarget = 3, Target = 3 } },
        });
        Measured(Measured(given, "nprs", 8, daysAgo: 30, window: "worst_24h"), "nprs", 2);
        Assert.Equal((8, false), (Of(given)!.Value, Of(given)!.Reached));
        Assert.Equal((3, true), (Of(Measured(given, "nprs", 3, window: "worst_24h"))!.Value, Of(given)!.Reached));
    }

    [Fact]
    public void A_closed_goal_keeps_what_it_had()
    {
        var given = Measured(Goal(Given.ActivePlan(), "6MWT", "m", 400, 600), "6mwt", 500).Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.NotAchieved } });
        Assert.Equal(50, Of(Measured(given, "6mwt", 700))!.Percent);
    }

    [Fact]
    public void No_event_holds_it()
    {
        var given = Measured(Given.ActivePlan(), "6mwt", 500);
        Assert.Null(given.When(Add, new() { RequestId = Given.RequestId, Description = "d", Measure = "6MWT", Target = 600 }, Given.Lead).Events.Single().GoalAdded.Goal.Attainment);
    }
}
