using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class RecordSafetyFactsTests
{
    private static readonly RecordSafetyFacts UseCase = new(RuleTable.Shipped);

    private static SafetyFact Egfr(double value, string day = "2026-03-02") => new() { Kind = SafetyFactKind.Egfr, Value = value, ObservedDate = day, Origin = SafetyFactOrigin.Laboratory };

    private static RecordSafetyFactsRequest Record(params SafetyFact[] facts) => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, Facts = { facts } };

    [Fact]
    public void A_fact_stands_with_its_day_its_origin_and_who_recorded_it()
    {
        var fact = Given.ActivePlan().When(UseCase, Record(Egfr(55)), Given.Lead).After.SafetyFacts.Single();
        Assert.Equal((Egfr(55), Given.Lead, Given.Now), (fact.Fact, fact.RecordedBy, fact.RecordedAt));
    }

    [Fact]
    public void Of_one_kind_the_one_of_the_latest_day_stands()
    {
        var given = Given.ActivePlan().Fact(SafetyFactKind.Egfr, 55, "2026-02-01");
        Assert.Equal(70, given.When(UseCase, Record(Egfr(70)), Given.Lead).After.SafetyFacts.Single().Fact.Value);
        Assert.Equal(55, given.When(UseCase, Record(Egfr(70, "2026-01-01")), Given.Lead).After.SafetyFacts.Single().Fact.Value);
        Assert.Equal(70, given.When(UseCase, Record(Egfr(70, "2026-02-01")), Given.Lead).After.SafetyFacts.Single().Fact.Value);
    }

    [Fact]
    public void What_stands_already_is_no_event()
    {
        var given = Given.ActivePlan();
        foreach (var e in given.When(UseCase, Record(Egfr(55)), Given.Lead).Events) given.Event(e.Clone());
        given.When(UseCase, Record(Egfr(55)), Given.Lead).ThenNothing();
    }

    [Fact]
    public void A_fact_that_would_have_blocked_what_is_taken_alerts_on_it_and_makes_an_urgent_task()
    {
        var given = KnownPatient().Taking("naproxen");
        var decision = given.When(UseCase, Record(Egfr(25)), Given.Lead);
        var alert = decision.Events[0].SafetyFactsRecorded.Alerts.Single();
        Assert.Equal((OtherMedicationId, "medication.nsaid-egfr-avoid"), (alert.MedicationId, alert.Findings.Single().RuleId));
        Assert.Equal(alert.Findings, decision.After.Medications.Single().Findings);
        Assert.Equal("Safety: naproxen", decision.After.Tasks.Single().Title);
        Assert.Equal(alert.Findings, UseCase.Reply(decision.After, decision.Events, Record(Egfr(25))).Alerts.Single().Findings);
    }

    [Fact]
    public void What_will_be_taken_only_later_alerts_too() =>
        Assert.Single(KnownPatient().Taking("naproxen", m => m.StartDate = "2026-03-20").When(UseCase, Record(Egfr(25)), Given.Lead).After.Tasks);

    [Fact]
    public void A_better_value_ends_the_alert()
    {
        var given = KnownPatient().Taking("naproxen");
        foreach (var e in given.When(UseCase, Record(Egfr(25, "2026-03-01")), Given.Lead).Events) given.Event(e.Clone());
        Assert.Single(given.Plan.Medications.Single().Findings);
        Assert.Empty(given.When(UseCase, Record(Egfr(90)), Given.Lead).After.Medications.Single().Findings);
    }

    [Fact]
    public void What_a_better_value_ends_is_answered_as_it_is_told()
    {
        var given = KnownPatient().Taking("naproxen");
        foreach (var e in given.When(UseCase, Record(Egfr(25, "2026-03-01")), Given.Lead).Events) given.Event(e.Clone());
        var decision = given.When(UseCase, Record(Egfr(80)), Given.Lead);
        var answered = UseCase.Reply(decision.After, decision.Events, Record(Egfr(80))).Alerts;
        Assert.Contains("medication.nsaid-egfr-avoid", answered.Single().MetRules);
        Assert.Equal(decision.Events[0].SafetyFactsRecorded.Alerts, answered);
    }

    [Fact]
    public void An_older_observation_that_does_not_stand_answers_no_alert()
    {
        var given = KnownPatient().Taking("naproxen");
        foreach (var e in given.When(UseCase, Record(Egfr(25, "2026-03-01")), Given.Lead).Events) given.Event(e.Clone());
        var older = given.When(UseCase, Record(Egfr(28, "2026-02-01")), Given.Lead);
        Assert.Single(older.Events);
        Assert.Empty(UseCase.Reply(older.After, older.Events, Record(Egfr(28, "2026-02-01"))).Alerts);
    }

    [Fact]
    public void An_alert_is_about_what_is_new()
    {
        var given = Given.ActivePlan().Taking("naproxen").Fact(SafetyFactKind.Egfr, 25, "2026-02-01");
        Assert.Empty(given.When(UseCase, Record(new SafetyFact { Kind = SafetyFactKind.SleepApnea, Present = true, ObservedDate = "2026-03-02", Origin = SafetyFactOrigin.Patient }), Given.Lead)
            .Events.Single().SafetyFactsRecorded.Alerts);
    }

    [Fact]
    public void An_allergy_to_what_is_taken_alerts_likewise()
    {
        var decision = KnownPatient().Taking("naproxen").When(new RecordAllergy(RuleTable.Shipped),
            new() { PlanId = Given.PlanId, RequestId = Given.RequestId, Allergen = AllergenKind.Medication, Substance = "naproxen" }, Given.Lead);
        Assert.Equal("medication.allergy", decision.Events[0].AllergyRecorded.Alerts.Single().Findings.Single().RuleId);
        Assert.Single(decision.After.Tasks);
    }

    [Fact]
    public void What_is_over_alerts_nobody() =>
        Assert.Empty(KnownPatient().Taking("naproxen", m => m.PlannedStopDate = "2026-03-01").When(UseCase, Record(Egfr(25)), Given.Lead).After.Tasks);

    [Theory]
    [InlineData(SafetyFactKind.Egfr, 0.9, SafetyFactOrigin.Laboratory, "facts[0].value")]
    [InlineData(SafetyFactKind.Egfr, 1, SafetyFactOrigin.Laboratory, null)]
    [InlineData(SafetyFactKind.Egfr, 250, SafetyFactOrigin.Chart, null)]
    [InlineData(SafetyFactKind.Egfr, 250.1, SafetyFactOrigin.Laboratory, "facts[0].value")]
    [InlineData(SafetyFactKind.CreatinineClearance, 50, SafetyFactOrigin.Patient, "facts[0].origin")]
    [InlineData(SafetyFactKind.CreatinineClearance, 50, SafetyFactOrigin.Examination, "facts[0].origin")]
    [InlineData(SafetyFactKind.Pregnancy, 1, SafetyFactOrigin.Patient, "facts[0].present")]
    public void A_number_is_measured_and_its_report_at_hand(SafetyFactKind kind, double value, SafetyFactOrigin origin, string? violated)
    {
        var fact = new SafetyFact { Kind = kind, Value = value, ObservedDate = "2026-03-02", Origin = origin };
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(UseCase, Record(fact)));
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        Assert.Equal(["facts"], Fields.Violated(UseCase, Record()));
        Assert.Equal(["facts[0].kind", "facts[0].observed_date", "facts[0].origin", "facts[0].present"], Fields.Violated(UseCase, Record(new SafetyFact())));
        Assert.Equal(["facts"], Fields.Violated(UseCase, Record(Egfr(50), Egfr(60))));
    }

    /// <summary>A day is forgiven for time zones.</summary>
    [Fact]
    public void Nothing_was_observed_in_the_future() => Given.ActivePlan().When(UseCase, Record(Egfr(55, "2026-03-03")), Given.Lead).ThenInvalid("facts[0].observed_date");

    [Fact]
    public void Nobody_knows_of_no_allergy_while_one_counts()
    {
        var none = new SafetyFact { Kind = SafetyFactKind.NoKnownAllergies, Present = true, ObservedDate = "2026-03-02", Origin = SafetyFactOrigin.Patient };
        var given = Given.ActivePlan().AllergicTo(AllergenKind.Latex);
        given.When(UseCase, Record(none), Given.Lead).ThenRefused("allergy.none-known");
        Assert.Single(given.Event(new() { AllergyRefuted = new() { AllergyId = RefuteAllergyTests.AllergyId, Reason = "r" } }).When(UseCase, Record(none), Given.Lead).Events);
    }

    [Fact]
    public void Therapists_record_none() => Given.ActivePlan().When(UseCase, Record(Egfr(55)), Given.Therapist).ThenForbidden("MAY_NOT_RECONCILE_MEDICATION");

    [Fact]
    public void Nothing_is_recorded_on_a_plan_that_has_ended() => Given.PlanAt(PlanStatus.Completed).When(UseCase, Record(Egfr(55)), Given.Lead).ThenRefused("plan.not-ended");
}
