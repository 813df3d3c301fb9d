using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Clocks;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class CorrectedOutcomesTests
{
    private const string Mistyped = "0190c0de-0000-7000-8000-0000000000c1", Right = "0190c0de-0000-7000-8000-0000000000c2", Third = "0190c0de-0000-7000-8000-0000000000c3";

    private static readonly RecordOutcome UseCase = new(InstrumentCatalog.Shipped, RuleTable.Shipped, ScopeOfPractice.Shipped, TimeProvider.System);
    private static readonly DueCalendar Calendar = new([new SafetyReviewDues()], RuleTable.Shipped);

    private static RecordOutcomeRequest Walked(string id, double metres, string corrects = "", string reason = "") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        OutcomeId = id,
        InstrumentId = "6mwt",
        Answers = { new ItemAnswer { Value = metres } },
        SupersedesOutcomeId = corrects,
        CorrectionReason = reason,
    };

    private static RecordOutcomeRequest Phq9(string id, int ninth, string corrects = "") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        OutcomeId = id,
        InstrumentId = "phq9",
        Answers = { Catalog.Answers([0, 0, 0, 0, 0, 0, 0, 0, ninth]) },
        SupersedesOutcomeId = corrects,
        CorrectionReason = corrects.Length > 0 ? "Ticked one row too low." : "",
    };

    private static Given Done(Given given, RecordOutcomeRequest request, Person? by = null)
    {
        var decision = given.When(UseCase, request, by ?? Given.Therapist);
        Assert.Null(decision.Refusal);
        foreach (var e in decision.Events) given.Event(e.Clone());
        return given;
    }

    /// <summary>By the lead, as Given stamps it.</summary>
    private static Given WalkedOnce(Given? given = null, double metres = 1040) => Done(given ?? Given.ActivePlan(), Walked(Mistyped, metres), Given.Lead);

    private static Given WithGoal() => Given.ActivePlan().Event(new()
    {
        GoalAdded = new()
        {
            Goal = new() { GoalId = Given.GoalId, Description = "d", Status = GoalStatus.Active, MeasuredBy = new() { InstrumentId = "6mwt" }, ScoreBaseline = 300, ScoreTarget = 500, Measure = "6MWT" },
        },
    });

    private static Given Told(Given given)
    {
        foreach (var e in given.When(new RaiseDues(Calendar), new RaiseDuesRequest(), Caller.System("org").Person).Events) given.Event(e);
        return given;
    }

    [Fact]
    public void What_was_corrected_stays_to_be_seen_with_who_when_and_why()
    {
        var after = WalkedOnce().When(UseCase, Walked(Right, 400, Mistyped, "A zero too many."), Given.Lead).After;
        Assert.Equal([(Mistyped, Right), (Right, "")], after.Outcomes.Select(o => (o.OutcomeId, o.SupersededByOutcomeId)));
        Assert.Equal(("A zero too many.", Mistyped, Given.Lead, Given.Now), (after.Outcomes[1].CorrectionReason, after.Outcomes[1].SupersedesOutcomeId, after.Outcomes[1].RecordedBy, after.Outcomes[1].RecordedAt));
        Assert.Equal([Right], after.OutcomesThatHold().Select(o => o.OutcomeId));
    }

    [Fact]
    public void A_correction_is_of_the_same_time_unless_the_time_was_the_mistake()
    {
        var yesterday = Timestamp.FromDateTime(Given.Now.ToDateTime().AddDays(-1));
        var first = Walked(Mistyped, 1040);
        first.MeasuredAt = yesterday;
        var given = Done(Given.ActivePlan(), first, Given.Lead);
        Assert.Equal(yesterday, given.When(UseCase, Walked(Right, 400, Mistyped, "r"), Given.Lead).After.Outcomes[1].MeasuredAt);
        var moved = Walked(Right, 1040, Mistyped, "r");
        moved.MeasuredAt = Given.Now;
        Assert.Equal(Given.Now, given.When(UseCase, moved, Given.Lead).After.Outcomes[1].MeasuredAt);
    }

    [Fact]
    public void A_correction_needs_its_reason() => Assert.Equal(["correction_reason"], Fields.Violated(UseCase, Walked(Right, 400, Mistyped)));

    [Fact]
    public void Who_recorded_it_or_leads_the_plan_corrects_it_and_once()
    {
        var given = Given.ActivePlan();
        var e = given.When(UseCase, Walked(Mistyped, 1040), Given.Therapist).Events.Single().Clone();
        e.Stamp(Given.PlanId, given.Plan.Version + 1, Given.Therapist, Given.Now);
        var plan = CarePlanFold.Fold(given.Plan, [e]);
        Assert.Equal("outcome.corrected-by-author", Refused(plan, Given.OtherTherapist));
        Assert.Null(Refused(plan, Given.Therapist));
        Assert.Null(Refused(plan, Given.Lead));
        Done(WalkedOnce(given), Walked(Right, 400, Mistyped, "r"), Given.Lead).When(UseCase, Walked(Third, 410, Mistyped, "r"), Given.Lead).ThenRefused("outcome.corrected-once");
        given.When(UseCase, Walked(Third, 410, Given.NoteId, "r"), Given.Lead).ThenNotFound();

        static string? Refused(CarePlan plan, Person by) =>
            Record.Exception(() => UseCase.Decide(plan, Walked(Right, 400, Mistyped, "r"), new("org", by), Given.Now).ToList()) is CareTeamException refusal ? refusal.Reason : null;
    }

    [Fact]
    public void A_goal_that_only_the_mistake_reached_is_reached_no_more()
    {
        var given = WalkedOnce(WithGoal());
        Assert.True(given.Plan.Goals.Single().Attainment.Reached);
        var attainment = Done(given, Walked(Right, 400, Mistyped, "r"), Given.Lead).Plan.Goals.Single().Attainment;
        Assert.Equal((false, 400, 50, Right), (attainment.Reached, attainment.Value, attainment.Percent, attainment.OutcomeId));
    }

    [Fact]
    public void A_goal_is_freed_of_what_turns_out_to_be_of_another_instrument()
    {
        var given = WalkedOnce(WithGoal());
        var phq9 = Phq9(Right, 0, Mistyped);
        Assert.Null(Done(given, phq9, Given.Lead).Plan.Goals.Single().Attainment);
    }

    [Fact, RuleNotMet("outcome.goal-closed-on-corrected")]
    public void Who_corrects_what_a_goal_was_closed_on_is_told()
    {
        var given = WalkedOnce(WithGoal()).Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved, Reason = "Reached." } });
        var after = given.When(UseCase, Walked(Right, 400, Mistyped, "r"), Given.Lead).After;
        Assert.Equal("outcome.goal-closed-on-corrected", UseCase.Reply(after, Walked(Right, 400)).Findings.Single().RuleId);
        Assert.Equal((GoalStatus.Achieved, true), (after.Goals.Single().Status, after.Goals.Single().Attainment.Reached));
    }

    [Fact, RuleMet("outcome.goal-closed-on-corrected")]
    public void Where_no_goal_was_closed_on_it_nothing_is_told()
    {
        Assert.Empty(WalkedOnce(WithGoal()).When(UseCase, Walked(Right, 400, Mistyped, "r"), Given.Lead).After.Outcomes[1].Findings);
        var closed = WalkedOnce(WithGoal()).Event(new() { GoalClosed = new() { GoalId = Given.GoalId, Status = GoalStatus.Achieved, Reason = "Reached." } });
        Assert.Empty(closed.When(UseCase, Walked(Right, 400), Given.Lead).After.Outcomes[1].Findings);
    }

    [Fact]
    public void The_trajectory_and_the_line_in_a_list_leave_it_out()
    {
        var given = Done(Done(WalkedOnce(), Walked(Right, 400, Mistyped, "r"), Given.Lead), Walked(Third, 450), Given.Lead);
        var series = Trajectory.Of(InstrumentCatalog.Shipped.Find("6mwt", new(2026, 3, 2)), given.Plan.OutcomesThatHold()).Single();
        Assert.Equal(Right, series.BaselineOutcomeId);
        Assert.Equal([400, 450], series.Points.Select(p => p.Score.Value));
        Assert.Equal([400, 450], MainOutcome.Trend(given.Plan.OutcomesThatHold())!.Points.Select(p => p.Value));
    }

    [Fact]
    public void A_review_does_not_vanish_with_the_answer_that_asked_for_it_and_its_task_says_so()
    {
        var given = Told(Done(Given.ActivePlan(), Phq9(Mistyped, 2), Given.Lead));
        var corrected = Done(given, Phq9(Right, 0, Mistyped), Given.Lead);
        var task = corrected.Plan.Tasks.Single();
        Assert.True(task.IsOpen());
        Assert.Contains("corrected on 2026-03-02: the answer as corrected does not ask for a review", task.Findings.Single().Text, StringComparison.Ordinal);
        Assert.Empty(corrected.When(new RaiseDues(Calendar), new RaiseDuesRequest(), Caller.System("org").Person).Events);
        corrected.Event(new() { TaskAccepted = new() { TaskId = task.TaskId, Assignee = Given.Psychologist } }).Event(new() { TaskCompleted = new() { TaskId = task.TaskId, Outcome = "Asked: a mistake." } });
        Assert.Empty(Told(corrected).Plan.Dues);
    }

    [Fact]
    public void A_review_that_is_raised_after_the_correction_tells_of_it() =>
        Assert.Contains("corrected since", Told(Done(Done(Given.ActivePlan(), Phq9(Mistyped, 2), Given.Lead), Phq9(Right, 0, Mistyped), Given.Lead)).Plan.Tasks.Single().Description, StringComparison.Ordinal);

    [Fact]
    public void The_review_of_the_corrected_answer_is_that_of_the_mistake_too()
    {
        var given = Told(Done(Told(Done(Given.ActivePlan(), Phq9(Mistyped, 1), Given.Lead)), Phq9(Right, 3, Mistyped), Given.Lead));
        Assert.Equal(2, given.Plan.Tasks.Count(t => t.IsOpen()));
        var newer = given.Plan.Dues.Single(d => d.SubjectId == Right).TaskId;
        given.Event(new() { TaskAccepted = new() { TaskId = newer, Assignee = Given.Psychologist } }).Event(new() { TaskCompleted = new() { TaskId = newer } });
        Assert.Empty(Told(given).Plan.Dues);
        Assert.DoesNotContain(given.Plan.Tasks, t => t.IsOpen());
    }

    [Fact]
    public void An_answer_that_asks_for_a_review_only_as_corrected_is_reviewed() =>
        Assert.Equal(Right, Told(Done(Done(Given.ActivePlan(), Phq9(Mistyped, 0), Given.Lead), Phq9(Right, 1, Mistyped), Given.Lead)).Plan.Dues.Single().SubjectId);
}
