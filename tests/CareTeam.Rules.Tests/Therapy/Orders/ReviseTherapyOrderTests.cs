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
