using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Tasks;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class DischargeFromTherapyTests
{
    private static readonly DischargeFromTherapy UseCase = new(Table);

    private static DischargeFromTherapyRequest Request(Action<DischargeFromTherapyRequest>? with = null)
    {
        var request = new DischargeFromTherapyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, TherapyOrderId = OrderId, Reason = DischargeReason.GoalsReached };
        with?.Invoke(request);
        return request;
    }

    [Fact]
    public void The_episode_ends_and_the_open_series_with_it()
    {
        var after = PlanWithOrder().When(UseCase, Request(), Given.Therapist).After;
        var order = after.TherapyOrders.Single();
        Assert.Equal((TherapyOrderStatus.Discharged, DischargeReason.GoalsReached, "2026-03-02"), (order.Status, order.DischargeReason, order.DischargedDate));
        Assert.Equal(TaskStatus.Cancelled, after.Series().Status);
    }

    [Fact]
    public void A_series_that_is_done_stays_done() =>
        Assert.Single(PlanWithOrder().Event(new() { TaskCompleted = new() { TaskId = SeriesId } }).When(UseCase, Request(), Given.Therapist).Events);

    [Fact]
    public void Twice_is_once() =>
        PlanWithOrder().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId, Reason = DischargeReason.GoalsReached } }).When(UseCase, Request(), Given.Therapist).ThenNothing();

    [Fact]
    public void For_another_reason_it_was_ended_before() =>
        PlanWithOrder().Event(new() { TherapyDischarged = new() { TherapyOrderId = OrderId, Reason = DischargeReason.Medical } }).When(UseCase, Request(), Given.Therapist).ThenRefused("therapy.lifecycle");

    [Fact]
    public void Nobody_is_discharged_before_the_last_session_or_the_order_or_in_the_future()
    {
        PlanWithOrder().TreatmentDays(2).When(UseCase, Request(r => r.DischargedDate = Start), Given.Therapist).ThenInvalid("discharged_date");
        Assert.NotEmpty(PlanWithOrder().TreatmentDays(2).When(UseCase, Request(r => r.DischargedDate = "2026-01-06"), Given.Therapist).Events);
        PlanWithOrder().When(UseCase, Request(r => r.DischargedDate = "2026-01-04"), Given.Therapist).ThenInvalid("discharged_date");
        PlanWithOrder().When(UseCase, Request(r => r.DischargedDate = "2026-03-03"), Given.Therapist).ThenInvalid("discharged_date");
    }

    [Fact]
    public void Until_then_nobody_ends_the_series_and_nobody_completes_the_plan()
    {
        var given = PlanWithOrder();
        var series = given.Plan.Series();
        given.When(new CancelTask(), new() { TaskId = series.TaskId, Reason = "r" }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        given.Event(new() { TaskCompleted = new() { TaskId = series.TaskId } }).When(new CompletePlan(RuleTable.Shipped), new() { Summary = "s" }, Given.Lead).ThenRefused("plan.therapy-ended");
    }

    [Fact]
    public void With_a_plan_that_is_revoked_it_ends()
    {
        var after = PlanWithOrder().When(new RevokePlan(RuleTable.Shipped), new() { Reason = "Moved away." }, Given.Lead).After;
        Assert.Equal((TherapyOrderStatus.Discharged, DischargeReason.Other, "2026-03-02"), (after.TherapyOrders.Single().Status, after.TherapyOrders.Single().DischargeReason, after.TherapyOrders.Single().DischargedDate));
        Assert.Equal(TaskStatus.Cancelled, after.Series().Status);
    }

    [Fact]
    public void A_late_entry_occurred_on_its_day() =>
        Assert.Equal(EndOf("2026-02-20"), PlanWithOrder().When(UseCase, Request(r => r.DischargedDate = "2026-02-20"), Given.Therapist).Events[0].OccurredAt);

    [Fact]
    public void Today_is_the_day_where_the_care_is_given()
    {
        var newYork = new DischargeFromTherapy(SiteRules.With("[{'id': 'calendar.time-zone', 'parameters': {'zone': 'America/New_York'}}]"));
        // Three in the morning in Greenwich is the evening before in New York.
        var night = Timestamp.FromDateTime(new DateTime(2026, 3, 3, 3, 0, 0, DateTimeKind.Utc));
        Assert.Equal("2026-03-02", PlanWithOrder().When(newYork, Request(), Given.Therapist, night).After.TherapyOrders.Single().DischargedDate);
        Assert.Equal("2026-03-03", PlanWithOrder().When(UseCase, Request(), Given.Therapist, night).After.TherapyOrders.Single().DischargedDate);
    }

    [Fact]
    public void Assistants_discharge_nobody() => PlanWithOrder().When(UseCase, Request(), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");

    [Fact]
    public void Unless_the_goals_are_reached_it_says_why()
    {
        Assert.Empty(Fields.Violated(UseCase, Request()));
        Assert.Equal(["summary"], Fields.Violated(UseCase, Request(r => r.Reason = DischargeReason.NoFurtherProgress)));
        Assert.Equal(["therapy_order_id", "reason", "summary"], Fields.Violated(UseCase, new DischargeFromTherapyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
    }
}
