using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class CertifyTherapyTests
{
    private static readonly CertifyTherapy UseCase = new(Table);

    private static CertifyTherapyRequest Signed(string day, Action<CertifyTherapyRequest>? with = null)
    {
        var request = new CertifyTherapyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, TherapyOrderId = OrderId, SignedDate = day };
        with?.Invoke(request);
        return request;
    }

    private static CertificationClock Clock(CarePlan plan, string today = "2026-03-02", RuleTable? rules = null) =>
        CertificationClock.Of(rules ?? Table, plan, plan.TherapyOrders.Single(), Dates.Of(today))!;

    [Fact, RuleMet("therapy.initial-certification"), RuleMet("therapy.certification-interval")]
    public void The_initial_certification_is_in_time_on_the_thirtieth_day_after_the_first_treatment()
    {
        // First treatment on 2026-01-05; thirty days later is 2026-02-04.
        var certification = PlanWithOrder().TreatmentDays(1).When(UseCase, Signed("2026-02-04"), Given.Lead).After.TherapyOrders.Single().Certifications.Single();
        Assert.Equal((false, Given.Lead, "2026-02-04", "", 90), (certification.Recertification, certification.CertifiedBy, certification.SignedDate, certification.FromDate, certification.IntervalDays));
    }

    [Fact, RuleNotMet("therapy.initial-certification")]
    public void A_day_later_it_is_refused_unless_it_says_why_it_is_delayed()
    {
        PlanWithOrder().TreatmentDays(1).When(UseCase, Signed("2026-02-05"), Given.Lead).ThenRefused("therapy.initial-certification");
        var delayed = PlanWithOrder().TreatmentDays(1).When(UseCase, Signed("2026-02-05", r => r.DelayReason = "The fax was lost."), Given.Lead).After.TherapyOrders.Single().Certifications.Single();
        Assert.Equal("The fax was lost.", delayed.DelayReason);
    }

    [Fact]
    public void The_evaluation_before_the_order_counts_as_the_first_treatment_day()
    {
        var given = Plan().Session("2026-01-02", s => (s.SessionId, s.TherapyOrderId, s.Purpose) = (EvaluationId, "", SessionPurpose.Evaluation)).Order(evaluation: EvaluationId).TreatmentDays(1);
        Assert.Equal(new DateOnly(2026, 2, 1), Clock(given.Plan).InitialDueBy);
        given.When(UseCase, Signed("2026-02-02"), Given.Lead).ThenRefused("therapy.initial-certification");
    }

    [Fact]
    public void Before_any_treatment_nothing_is_due_and_a_signature_is_in_time()
    {
        var after = PlanWithOrder().When(UseCase, Signed("2026-03-01"), Given.Lead).After;
        Assert.Equal((null, null, true, null), (Clock(after).FirstTreatment, Clock(after).InitialDueBy, Clock(after).IsCertified, Clock(after).Through));
    }

    [Theory]
    [InlineData(16, "2026-04-05")]
    [InlineData(12, "2026-03-29")]
    public void It_holds_for_ninety_days_from_the_first_treatment_or_as_long_as_the_order(int weeks, string through)
    {
        var given = PlanWithOrder(with: p => p.Weeks = weeks).TreatmentDays(1);
        Assert.Equal(through, Clock(given.When(UseCase, Signed("2026-01-10"), Given.Lead).After).Through!.Value.Iso());
    }

    [Fact]
    public void A_late_entry_of_an_earlier_session_moves_the_interval()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 20).Session("2026-01-07").Certified("2026-01-10", end: "2026-05-24");
        Assert.Equal("2026-04-07", Clock(given.Plan).Through!.Value.Iso());
        Assert.Equal("2026-04-05", Clock(given.Session(Start).Plan).Through!.Value.Iso());
    }

    [Fact, RuleNotMet("therapy.certification-interval")]
    public void Nobody_certifies_for_more_than_ninety_days()
    {
        PlanWithOrder().TreatmentDays(1).When(UseCase, Signed("2026-01-10", r => r.IntervalDays = 91), Given.Lead).ThenRefused("therapy.certification-interval");
        Assert.NotEmpty(PlanWithOrder().TreatmentDays(1).When(UseCase, Signed("2026-01-10", r => r.IntervalDays = 60), Given.Lead).Events);
    }

    [Fact]
    public void A_site_without_the_interval_certifies_for_a_year()
    {
        var table = SiteRules.With("[{'id': 'therapy.certification-interval', 'severity': 'off'}]");
        Assert.Equal(365, PlanWithOrder().TreatmentDays(1).When(new CertifyTherapy(table), Signed("2026-01-10"), Given.Lead).After.TherapyOrders.Single().Certifications.Single().IntervalDays);
    }

    [Fact, RuleMet("therapy.recertification")]
    public void The_next_signature_recertifies_from_the_day_it_is_signed_at_the_latest_the_end_of_the_interval()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 6).TreatmentDays(1).Certified("2026-01-10", end: "2026-02-15");
        var early = given.When(UseCase, Signed("2026-02-10"), Given.Lead).After.TherapyOrders.Single().Certifications[^1];
        Assert.Equal((true, "2026-02-10"), (early.Recertification, early.FromDate));
        var last = given.When(UseCase, Signed("2026-02-15"), Given.Lead).After.TherapyOrders.Single().Certifications[^1];
        Assert.Equal((true, "2026-02-15"), (last.Recertification, last.FromDate));
    }

    [Fact, RuleNotMet("therapy.recertification")]
    public void After_the_earlier_of_interval_and_order_it_is_delayed_and_covers_the_gap()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 6).TreatmentDays(1).Certified("2026-01-10", end: "2026-02-15");
        given.When(UseCase, Signed("2026-02-16"), Given.Lead).ThenRefused("therapy.recertification");
        var delayed = given.When(UseCase, Signed("2026-02-16", r => r.DelayReason = "Holiday."), Given.Lead).After.TherapyOrders.Single().Certifications[^1];
        Assert.Equal("2026-02-15", delayed.FromDate);
    }

    [Theory, RuleMet("therapy.signed-order-exception")]
    [InlineData("2026-02-04", true)]
    [InlineData("2026-02-05", false)]
    public void From_2025_on_a_referral_on_file_and_the_order_sent_within_thirty_days_stand_for_the_signature(string sent, bool stands)
    {
        var clock = Clock(PlanWithOrder().TreatmentDays(1).Event(Sent(sent, "2025-12-20")).Plan);
        Assert.Equal((stands, stands ? "2026-03-29" : null), (clock.IsCertified, clock.Through?.Iso()));
    }

    [Fact, RuleNotMet("therapy.signed-order-exception")]
    public void Before_2025_or_without_a_signed_referral_it_does_not()
    {
        var before = PlanWithOrder().Session("2024-12-31").Event(Sent("2025-01-02", "2024-12-20"));
        Assert.False(Clock(before.Plan).IsCertified);
        Assert.True(Clock(PlanWithOrder().Session("2025-01-01").Event(Sent("2025-01-02", "2024-12-20")).Plan).IsCertified);
        Assert.False(Clock(PlanWithOrder().TreatmentDays(1).Event(Sent("2026-01-06", "")).Plan).IsCertified);
    }

    [Fact]
    public void The_exception_is_no_recertification_the_next_signature_is_one()
    {
        var given = PlanWithOrder(with: p => p.Weeks = 6).TreatmentDays(1).Event(Sent("2026-01-06", "2025-12-20", end: "2026-02-15"));
        var certification = given.When(UseCase, Signed("2026-02-15"), Given.Lead).After.TherapyOrders.Single().Certifications.Single();
        Assert.Equal((true, "2026-02-15"), (certification.Recertification, certification.FromDate));
        given.When(UseCase, Signed("2026-02-16"), Given.Lead).ThenRefused("therapy.recertification");
    }

    [Theory, RuleMet("therapy.verbal-order"), RuleNotMet("therapy.verbal-order")]
    [InlineData("2026-02-13", false)]
    [InlineData("2026-02-14", true)]
    public void A_verbal_order_in_time_is_signed_within_fourteen_days(string day, bool late)
    {
        var given = PlanWithOrder().TreatmentDays(1).Event(Verbal("2026-01-30"));
        Assert.Equal("2026-02-13", Clock(given.Plan).InitialDueBy!.Value.Iso());
        if (!late) Assert.Empty(given.When(UseCase, Signed(day), Given.Lead).After.TherapyOrders.Single().Certifications.Single().Findings);
        else given.When(UseCase, Signed(day), Given.Lead).ThenRefused("therapy.initial-certification");
    }

    [Fact]
    public void A_verbal_order_signed_late_but_within_thirty_days_of_treatment_is_let_pass_with_a_warning() =>
        Assert.Equal("therapy.verbal-order", PlanWithOrder().TreatmentDays(1).Event(Verbal("2026-01-06")).When(UseCase, Signed("2026-01-21"), Given.Lead)
            .After.TherapyOrders.Single().Certifications.Single().Findings.Single().RuleId);

    [Fact]
    public void A_verbal_order_that_came_late_itself_gives_no_time()
    {
        var given = PlanWithOrder().TreatmentDays(1).Event(Verbal("2026-02-05"));
        Assert.Equal("2026-02-04", Clock(given.Plan).InitialDueBy!.Value.Iso());
    }

    [Fact]
    public void Psychology_need_not_be_certified_and_may_be()
    {
        var given = PlanWithOrder(Discipline.Psychology).Session(Start);
        Assert.Null(CertificationClock.Of(Table, given.Plan, given.TheOrder(), new(2026, 3, 2)));
        Assert.NotEmpty(given.When(UseCase, Signed("2026-03-02"), Given.Lead).Events);
    }

    [Fact]
    public void Practitioners_certify_and_therapists_do_not()
    {
        Assert.NotEmpty(PlanWithOrder().When(UseCase, Signed(""), Practitioner).Events);
        PlanWithOrder().When(UseCase, Signed(""), Given.Therapist).ThenForbidden("MAY_NOT_CERTIFY_THERAPY");
        PlanWithOrder().When(UseCase, Signed(""), Given.Stranger).ThenForbidden("MAY_NOT_CERTIFY_THERAPY");
    }

    [Fact]
    public void The_same_signature_twice_is_one() =>
        PlanWithOrder().TreatmentDays(1).Certified("2026-01-10").When(UseCase, Signed("2026-01-10"), Given.Lead).ThenNothing();

    /// <summary>The first delayed signature covers an interval that is over by then.</summary>
    [Theory]
    [InlineData(26, "2026-04-05", "2026-07-04")]
    [InlineData(12, "2026-03-29", "2026-03-29")]
    public void A_second_delayed_signature_of_a_day_is_for_the_next_interval_and_a_third_is_the_same(int weeks, string from, string through)
    {
        var may = Timestamp.FromDateTime(new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc));
        var given = PlanWithOrder(with: p => p.Weeks = weeks).TreatmentDays(1);
        CertifyTherapyRequest Delayed(string id) => Signed("", r => (r.RequestId, r.DelayReason) = (id, "The fax was lost."));
        foreach (var id in new[] { Given.RequestId, Given.NoteId })
            foreach (var e in given.When(UseCase, Delayed(id), Given.Lead, may).Events) given.Event(e);
        Assert.Equal(["", from], given.TheOrder().Certifications.Select(c => c.FromDate));
        Assert.Equal(through, Clock(given.Plan, "2026-05-01").Through!.Value.Iso());
        given.When(UseCase, Delayed(Given.GoalId), Given.Lead, may).ThenNothing();
        Assert.Equal(given.TheOrder().Certifications[^1].CertificationId, UseCase.Reply(given.Plan, Delayed(Given.GoalId)).CertificationId);
        Assert.Equal(given.TheOrder().Certifications[0].CertificationId, UseCase.Reply(given.Plan, Delayed(Given.RequestId)).CertificationId);
    }

    [Fact]
    public void An_older_signature_that_is_entered_late_does_not_shorten_the_interval()
    {
        const string end = "2026-10-11";
        var given = PlanWithOrder(with: p => p.Weeks = 40).TreatmentDays(1).Certified("2026-01-10", end: end).Certified("2026-04-01", from: "2026-04-01", end: end);
        var april = Timestamp.FromDateTime(new DateTime(2026, 4, 2, 9, 0, 0, DateTimeKind.Utc));
        foreach (var e in given.When(UseCase, Signed("2026-02-15"), Given.Lead, april).Events) given.Event(e);
        Assert.Equal((3, "2026-06-30"), (given.TheOrder().Certifications.Count, Clock(given.Plan, "2026-04-02").Through!.Value.Iso()));
        given.When(UseCase, Signed("2026-02-15", r => r.RequestId = Given.NoteId), Given.Lead, april).ThenNothing();
    }

    [Fact]
    public void Nobody_signs_in_the_future_or_before_the_order_was_written()
    {
        PlanWithOrder().When(UseCase, Signed("2026-03-03"), Given.Lead).ThenInvalid("signed_date");
        PlanWithOrder().When(UseCase, Signed("2026-01-04"), Given.Lead).ThenInvalid("signed_date");
    }

    [Fact]
    public void It_must_see_a_revision_and_another_signature_of_the_same_order()
    {
        Assert.True(UseCase.MustSee(Signed(""), new() { TherapyOrderRevised = new() { TherapyOrderId = OrderId } }));
        Assert.True(UseCase.MustSee(Signed(""), new() { TherapyCertified = new() { TherapyOrderId = OrderId } }));
        Assert.False(UseCase.MustSee(Signed(""), new() { TherapyCertified = new() { TherapyOrderId = OtherOrderId } }));
        Assert.False(UseCase.MustSee(Signed(""), new() { SessionRecorded = new() }));
    }

    [Fact]
    public void It_names_the_order() => Assert.Equal(["therapy_order_id"], Fields.Violated(UseCase, new CertifyTherapyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));

    private static PlanEvent Sent(string day, string referral, string end = "2026-03-29") => new()
    {
        TherapyPlanSentRecorded = new() { TherapyOrderId = OrderId, PlanSent = new() { SentDate = day, ReferralSignedDate = referral, ReferralSignedBy = "Dr. A", OrderEndDate = end } },
    };

    private static PlanEvent Verbal(string day) => new() { VerbalOrderRecorded = new() { TherapyOrderId = OrderId, VerbalOrder = new() { GivenBy = Given.Lead, GivenDate = day } } };
}
