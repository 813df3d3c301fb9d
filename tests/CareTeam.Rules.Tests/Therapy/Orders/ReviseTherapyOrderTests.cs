using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class ReviseTherapyOrderTests
{
    private static readonly ReviseTherapyOrder UseCase = new(Table);

    private static ReviseTherapyOrderRequest To(Action<TherapyPrescription> with)
    {
        var request = new ReviseTherapyOrderRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, TherapyOrderId = OrderId, Prescription = Prescription(), Reason = "Slower than hoped." };
        with(request.Prescription);
        return request;
    }

    [Fact]
    public void It_stands_as_revised_from_then_on()
    {
        var after = PlanWithOrder().When(UseCase, To(p => p.Precautions.Add("no loaded flexion")), Given.Therapist).After;
        var order = after.TherapyOrders.Single();
        Assert.Equal((["no loaded flexion"], "2026-03-29", SeriesId), (order.Prescription.Precautions, order.EndDate, order.TaskId));
    }

    [Fact]
    public void A_longer_order_gets_a_series_for_the_weeks_that_are_left_in_the_same_hands()
    {
        var given = PlanWithOrder(therapist: Given.Therapist).Event(new() { TaskAccepted = new() { TaskId = SeriesId, Assignee = Given.Therapist } })
            .Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-03-04" } });
        var after = given.When(UseCase, To(p => p.Weeks = 16), Given.Therapist).After;
        Assert.Equal((TaskStatus.Cancelled, "2026-04-26"), (after.Series().Status, after.TherapyOrders.Single().EndDate));
        var series = after.Tasks.Single(t => t.TaskId == after.TherapyOrders.Single().TaskId);
        Assert.Equal((TaskStatus.Accepted, Given.Therapist, "2026-03-04", 8), (series.Status, series.Assignee, series.DueDate, series.Recurrence.Periods));
    }

    [Fact]
    public void A_series_that_nobody_has_accepted_is_requested_anew()
    {
        var after = PlanWithOrder(therapist: Given.Therapist).When(UseCase, To(p => p.SessionsPerWeek = 2), Given.Therapist).After;
        var series = after.Tasks.Single(t => t.TaskId == after.TherapyOrders.Single().TaskId);
        Assert.Equal((TaskStatus.Requested, 2, Start, 12), (series.Status, series.Recurrence.Times, series.DueDate, series.Recurrence.Periods));
    }

    [Fact]
    public void An_order_whose_series_is_done_gets_another_from_today_on()
    {
        var given = PlanWithOrder().Event(new() { TaskCompleted = new() { TaskId = SeriesId } });
        var after = given.When(UseCase, To(p => p.Weeks = 13), Given.Therapist).After;
        var series = after.Tasks.Single(t => t.TaskId == after.TherapyOrders.Single().TaskId);
        Assert.Equal(("2026-03-02", 5, TaskStatus.Completed), (series.DueDate, series.Recurrence.Periods, after.Series().Status));
    }

    [Fact]
    public void An_order_that_is_over_by_now_gets_none()
    {
        var after = PlanWithOrder().Event(new() { TaskCompleted = new() { TaskId = SeriesId } }).When(UseCase, To(p => p.Weeks = 2), Given.Therapist).After;
        Assert.Equal(("2026-01-18", SeriesId), (after.TherapyOrders.Single().EndDate, after.TherapyOrders.Single().TaskId));
    }

    [Fact]
    public void A_shortened_order_of_which_nothing_is_left_leaves_no_series_and_a_longer_one_gets_another_in_the_same_hands()
    {
        var given = PlanWithOrder(therapist: Given.Therapist).Event(new() { TaskRescheduled = new() { TaskId = SeriesId, DueDate = "2026-03-04" } });
        foreach (var e in given.When(UseCase, To(p => p.Weeks = 4), Given.Therapist).Events) given.Event(e);
        Assert.Equal(("2026-02-01", SeriesId), (given.TheOrder().EndDate, given.TheOrder().TaskId));
        Assert.Equal((TaskStatus.Cancelled, "The therapy order was revised."), (given.Plan.Tasks.Single().Status, given.Plan.Tasks.Single().StatusReason));
        var longer = given.When(UseCase, To(p => p.Weeks = 16), Given.Therapist).After;
        Assert.Equal((TaskStatus.Requested, Given.Therapist, "2026-03-02"), (longer.Tasks[^1].Status, longer.Tasks[^1].Assignee, longer.Tasks[^1].DueDate));
    }

    [Theory]
    [InlineData("2026-06-01", "2026-07-01")]
    [InlineData("2026-01-05", "2026-04-01")]
    public void Without_a_day_the_re_evaluation_is_counted_from_today_or_from_a_later_start(string start, string expected)
    {
        var request = To(p => (p.StartDate, p.Weeks, p.ReevaluationDate) = (start, 13, ""));
        Assert.Equal(expected, PlanWithOrder(with: p => p.StartDate = start).When(UseCase, request, Given.Therapist).After.TherapyOrders.Single().Prescription.ReevaluationDate);
    }

    [Fact]
    public void The_start_stays_once_treatment_has_begun()
    {
        Assert.NotEmpty(PlanWithOrder().When(UseCase, To(p => p.StartDate = "2026-01-12"), Given.Therapist).Events);
        PlanWithOrder().TreatmentDays(1).When(UseCase, To(p => p.StartDate = "2026-01-12"), Given.Therapist).ThenInvalid("prescription.start_date");
    }

    [Fact]
    public void As_it_is_already_nothing_happens() => PlanWithOrder().When(UseCase, To(_ => { }), Given.Therapist).ThenNothing();

    [Fact]
    public void A_revised_order_too_must_contain_what_the_law_asks_for() =>
        PlanWithOrder().When(UseCase, To(p => p.GoalIds.Clear()), Given.Therapist).ThenRefused("therapy.order-content");

    [Theory]
    [InlineData("weeks")]
    [InlineData("sessions a week")]
    [InlineData("sessions a day")]
    [InlineData("a higher limit")]
    [InlineData("no limit")]
    public void While_a_red_flag_is_open_an_order_is_not_revised_to_more(string more)
    {
        var request = To(p =>
        {
            switch (more)
            {
                case "weeks": p.Weeks++; break;
                case "sessions a week": p.SessionsPerWeek++; break;
                case "sessions a day": p.SessionsPerDay++; break;
                case "a higher limit": p.WeightLimit = new() { Value = 18.2, Unit = "kg" }; break;
                default: p.WeightLimit = null; break;
            }
        });
        Assert.NotEmpty(PlanWithOrder().When(UseCase, request, Given.Therapist).Events);
        PlanWithOrder().RedFlag().When(UseCase, request, Given.Therapist).ThenRefused("red-flag.blocks-therapy-progression");
    }

    [Fact]
    public void Less_is_allowed_while_a_red_flag_is_open() =>
        Assert.NotEmpty(PlanWithOrder().RedFlag().When(UseCase, To(p => (p.Weeks, p.SessionsPerWeek, p.WeightLimit) = (10, 2, Pounds(10))), Given.Therapist).Events);

    [Fact]
    public void A_limit_is_not_lowered_below_what_the_order_has()
    {
        var given = PlanWithOrder().Exercise().Quota(GradedActivity.Lifting, 30).Quota(GradedActivity.Lifting, 20, "2026-03-02").Quota(GradedActivity.Lifting, 35, "2026-03-09");
        var refused = given.When(UseCase, To(p => p.WeightLimit = Pounds(15)), Given.Therapist);
        refused.ThenRefused("therapy.weight-limit");
        Assert.Contains("Beyond the limit of 15 lb would be Deadlift (25 lb), the quota of lifting (20 lb), the quota of lifting from 2026-03-09 on (35 lb): adjust it first.", refused.Refusal!.Message, StringComparison.Ordinal);
        given.When(UseCase, To(p => p.WeightLimit = Pounds(34)), Given.Therapist).ThenRefused("therapy.weight-limit");
        Assert.NotEmpty(given.When(UseCase, To(p => p.WeightLimit = Pounds(35)), Given.Therapist).Events);
        var physician = To(p => p.WeightLimit = Pounds(15));
        physician.Overrides.Add(Override("therapy.weight-limit"));
        Assert.Equal("therapy.weight-limit", given.When(UseCase, physician, Given.Lead).After.TherapyOrders.Single().Findings.Single().RuleId);
    }

    [Fact]
    public void What_was_stopped_or_is_no_weight_or_of_another_order_is_within_any_limit()
    {
        var given = PlanWithOrder().Exercise().Adjusted(ExerciseChange.Stopped, "2026-02-01").Exercise(id: OtherExerciseId, orderId: OtherOrderId).Quota(GradedActivity.WalkingTime, 90);
        Assert.NotEmpty(given.When(UseCase, To(p => p.WeightLimit = Pounds(5)), Given.Therapist).Events);
    }

    [Fact]
    public void What_was_overridden_before_does_not_stop_a_revision_of_something_else() =>
        Assert.NotEmpty(PlanWithOrder().Exercise(Dose(d => d.Load = Pounds(45))).When(UseCase, To(p => p.Precautions.Add("no loaded flexion")), Given.Therapist).Events);

    [Fact]
    public void An_evaluation_from_before_the_order_can_be_named_later()
    {
        var given = PlanWithOrder().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).TreatmentDays(1);
        var request = To(_ => { });
        request.EvaluationSessionId = EvaluationId;
        foreach (var e in given.When(UseCase, request, Given.Therapist).Events) given.Event(e.Clone());
        Assert.Equal([new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 5)], Server.Therapy.TreatmentDays.Of(given.Plan, given.TheOrder()));
        given.When(UseCase, request, Given.Therapist).ThenNothing();
        given.When(UseCase, To(_ => { }), Given.Therapist).ThenNothing();
        Assert.Equal(EvaluationId, given.When(UseCase, To(p => p.Weeks = 13), Given.Therapist).After.TherapyOrders.Single().EvaluationSessionId);
    }

    [Fact]
    public void One_that_is_not_there_or_of_another_order_is_not_named()
    {
        var request = To(_ => { });
        request.EvaluationSessionId = EvaluationId;
        PlanWithOrder().When(UseCase, request, Given.Therapist).ThenNotFound();
        var claimed = PlanWithOrder().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).Order(orderId: OtherOrderId, evaluation: EvaluationId);
        claimed.When(UseCase, request, Given.Therapist).ThenRefused("therapy.evaluation-of-its-own");
    }

    [Fact]
    public void An_evaluation_is_not_yet_the_treatment_that_holds_the_start()
    {
        var given = Plan().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).Order(evaluation: EvaluationId);
        Assert.NotEmpty(given.When(UseCase, To(p => p.StartDate = "2026-01-12"), Given.Therapist).Events);
    }

    [Fact]
    public void Assistants_and_other_disciplines_change_no_order()
    {
        PlanWithOrder().When(UseCase, To(p => p.Weeks = 1), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");
        PlanWithOrder().When(UseCase, To(p => p.Weeks = 1), OccupationalTherapist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
    }

    [Fact]
    public void A_discharged_order_is_not_revised() =>
        PlanWithOrder().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId } }).When(UseCase, To(p => p.Weeks = 1), Given.Therapist).ThenRefused("therapy.lifecycle");

    [Fact]
    public void An_order_that_is_not_there_is_not_found() => Plan().When(UseCase, To(p => p.Weeks = 1), Given.Therapist).ThenNotFound();

    [Fact]
    public void It_must_see_another_revision_and_a_signature_of_the_same_order()
    {
        var request = To(_ => { });
        Assert.True(UseCase.MustSee(request, new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId } }));
        Assert.True(UseCase.MustSee(request, new() { TherapyCertified = new() { TherapyOrderId = OrderId } }));
        Assert.False(UseCase.MustSee(request, new() { TherapyOrderRevised = new() { TherapyOrderId = OtherOrderId } }));
        Assert.False(UseCase.MustSee(request, new() { SessionRecorded = new() }));
    }

    [Fact]
    public void It_needs_a_reason() =>
        Assert.Equal(["therapy_order_id", "prescription", "reason"], Fields.Violated(UseCase, new ReviseTherapyOrderRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
