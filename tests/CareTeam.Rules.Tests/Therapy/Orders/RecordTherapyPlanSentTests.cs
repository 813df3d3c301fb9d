using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class RecordTherapyPlanSentTests
{
    private static readonly RecordTherapyPlanSent UseCase = new(Table);

    private static RecordTherapyPlanSentRequest Sent(string day, string referral = "2026-01-02") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        TherapyOrderId = OrderId,
        SentDate = day,
        ReferralSignedDate = referral,
        ReferralSignedBy = referral.Length > 0 ? "Dr. Aziz" : "",
    };

    [Fact]
    public void It_keeps_the_day_the_referral_and_the_end_of_the_order_that_was_sent()
    {
        var sent = PlanWithOrder().When(UseCase, Sent("2026-01-06"), Given.Therapist).After.TherapyOrders.Single().PlanSent;
        Assert.Equal(new TherapyPlanSent { SentDate = "2026-01-06", ReferralSignedDate = "2026-01-02", ReferralSignedBy = "Dr. Aziz", OrderEndDate = "2026-03-29", RecordedBy = Given.Therapist }, sent);
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("")]
    public void A_later_sending_takes_nothing_away_from_one_in_time(string referral)
    {
        var given = PlanWithOrder().TreatmentDays(1);
        given.Event(given.When(UseCase, Sent("2026-01-10"), Given.Therapist).Events.Single());
        var longer = Prescription();
        longer.Weeks = 16;
        given.Event(new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId, Prescription = longer, EndDate = "2026-04-26", TaskId = SeriesId } });
        given.Event(given.When(UseCase, Sent("2026-02-20", referral), Given.Therapist).Events.Single());
        var clock = CertificationClock.Of(Table, given.Plan, given.TheOrder(), new(2026, 3, 2))!;
        Assert.Equal(("2026-02-20", true, new DateOnly(2026, 3, 29)), (given.TheOrder().PlanSent.SentDate, clock.IsCertified, clock.Through));
    }

    [Fact]
    public void The_order_as_it_was_sent_last_in_time_counts()
    {
        var given = PlanWithOrder().TreatmentDays(1);
        given.Event(given.When(UseCase, Sent("2026-01-10"), Given.Therapist).Events.Single());
        var longer = Prescription();
        longer.Weeks = 16;
        given.Event(new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId, Prescription = longer, EndDate = "2026-04-26", TaskId = SeriesId } });
        given.Event(given.When(UseCase, Sent("2026-01-20"), Given.Therapist).Events.Single());
        Assert.Equal(new DateOnly(2026, 4, 5), CertificationClock.Of(Table, given.Plan, given.TheOrder(), new(2026, 3, 2))!.Through);
    }

    [Fact]
    public void The_same_twice_is_once()
    {
        var given = PlanWithOrder();
        given.Event(given.When(UseCase, Sent("2026-01-06"), Given.Therapist).Events.Single());
        given.When(UseCase, Sent("2026-01-06"), Given.Lead).ThenNothing();
    }

    [Fact]
    public void Its_days_are_in_order()
    {
        PlanWithOrder().When(UseCase, Sent("2026-01-04"), Given.Therapist).ThenInvalid("sent_date");
        PlanWithOrder().When(UseCase, Sent("2026-03-03"), Given.Therapist).ThenInvalid("sent_date");
        PlanWithOrder().When(UseCase, Sent("2026-01-06", "2026-01-07"), Given.Therapist).ThenInvalid("referral_signed_date");
    }

    [Fact]
    public void Assistants_record_none() => PlanWithOrder().When(UseCase, Sent(""), Assistant).ThenForbidden("MAY_NOT_PLAN_THERAPY");

    [Fact]
    public void A_signature_has_its_day_and_its_name()
    {
        var request = Sent("2026-01-06");
        request.ReferralSignedBy = "";
        Assert.Equal(["referral_signed_by"], Fields.Violated(UseCase, request));
        request = Sent("2026-01-06", "");
        request.ReferralSignedBy = "Dr. Aziz";
        Assert.Equal(["referral_signed_date"], Fields.Violated(UseCase, request));
        Assert.Empty(Fields.Violated(UseCase, Sent("2026-01-06", "")));
    }
}
