using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class StopMedicationTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };
    private static readonly StopMedication UseCase = new(RuleTable.Shipped, ScopeOfPractice.Shipped);

    private static StopMedicationRequest Stop(string day = "") =>
        new() { PlanId = Given.PlanId, RequestId = Given.RequestId, MedicationId = OtherMedicationId, StoppedDate = day, Reason = "Stomach ache." };

    private static Given WithNurse() => Given.ActivePlan().Event(new() { MemberAdded = new() { Person = Nurse, Since = Given.Now } });

    [Fact]
    public void A_stopped_medication_stays_with_its_day_and_reason()
    {
        var medication = KnownPatient().Taking("naproxen").When(UseCase, Stop(), Given.Lead).After.Medications.Single();
        Assert.Equal((MedicationStatus.Stopped, "2026-03-02", "Stomach ache."), (medication.Status, medication.StoppedDate, medication.StatusReason));
    }

    [Fact]
    public void One_that_is_told_late_had_stopped_by_the_end_of_its_day()
    {
        Assert.Equal("2026-02-27T23:59:59.999999Z", KnownPatient().Taking("naproxen").When(UseCase, Stop("2026-02-27"), Given.Lead).Events.Single().OccurredAt.ToDiagnosticString().Trim('"'));
        Assert.Equal(Given.Now, KnownPatient().Taking("naproxen").When(UseCase, Stop(), Given.Lead).Events.Single().OccurredAt);
    }

    [Fact]
    public void What_it_did_to_others_is_over_with_it_and_overrides_stay_on_what_they_allowed()
    {
        RuleFinding Finding(RuleOverride? by = null) => new() { RuleId = "medication.nsaid-anticoagulant", Severity = RuleSeverity.Block, Text = "naproxen", Override = by };
        var given = KnownPatient().Taking("naproxen").Taking("warfarin", m => (m.MedicationId, m.Reported) = (MedicationId, true));
        given.Plan.Medications[1].Findings.Add(Finding());
        Assert.Empty(given.When(UseCase, Stop(), Given.Lead).After.Medications[1].Findings);
        given.Plan.Medications[1].Findings[0] = Finding(new() { By = Given.Lead, Reason = "Watched." });
        Assert.Single(given.When(UseCase, Stop(), Given.Lead).After.Medications[1].Findings);
    }

    [Fact]
    public void Stopping_it_again_is_no_event()
    {
        var given = KnownPatient().Taking("naproxen").Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-01" } });
        given.When(UseCase, Stop(), Given.Lead).ThenNothing();
    }

    [Fact]
    public void A_nurse_stops_what_is_reported_and_not_what_was_prescribed_here()
    {
        Assert.Single(WithNurse().Taking("naproxen", m => m.Reported = true).When(UseCase, Stop(), Nurse).Events);
        WithNurse().Taking("naproxen").When(UseCase, Stop(), Nurse).ThenForbidden("MAY_NOT_PRESCRIBE");
        Given.ActivePlan().Taking("naproxen", m => m.Reported = true).When(UseCase, Stop(), Given.Therapist).ThenForbidden("MAY_NOT_PRESCRIBE_OR_RECONCILE_MEDICATION");
    }

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    public void It_was_stopped_by_today(string day, bool inOrder)
    {
        var decision = KnownPatient().Taking("naproxen").When(UseCase, Stop(day), Given.Lead);
        if (inOrder) Assert.Single(decision.Events);
        else decision.ThenInvalid("stopped_date");
    }

    [Theory]
    [InlineData("2026-02-20", "2026-02-20T23:59:59.999999Z")]
    [InlineData("2026-03-02", "2026-03-02T09:00:00Z")]
    public void It_came_about_on_the_day_it_was_stopped_whenever_that_is_told(string day, string occurred) =>
        Assert.Equal(DateTimeOffset.Parse(occurred, System.Globalization.CultureInfo.InvariantCulture),
            KnownPatient().Taking("naproxen").When(UseCase, Stop(day), Given.Lead).Events.Single().OccurredAt.ToDateTimeOffset());

    [Fact]
    public void A_medication_that_is_not_there_is_not_found() => KnownPatient().When(UseCase, Stop(), Given.Lead).ThenNotFound();

    [Fact]
    public void It_needs_a_reason() => Assert.Equal(["medication_id", "reason"], Fields.Violated(UseCase, new StopMedicationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));

    [Fact]
    public void Nothing_is_stopped_in_a_plan_that_has_ended() =>
        KnownPatient().Taking("naproxen").Event(new() { PlanActivated = new() }).Event(new() { PlanCompleted = new() { Summary = "s" } }).When(UseCase, Stop(), Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void That_it_was_tried_counts_on()
    {
        var given = KnownPatient().Taking("naproxen").Taking("tramadol", m =>
            (m.MedicationId, m.PlannedStopDate, m.OpioidSafeguards) = (MedicationId, "2026-03-05", new() { PdmpCheckedDate = "2026-03-02", NaloxoneOffered = true }));
        var after = given.When(UseCase, Stop(), Given.Lead).After;
        Assert.Equal(MedicationStatus.Stopped, after.Medications[0].Status);
        Assert.DoesNotContain(after.Medications[1].Findings, f => f.RuleId == "medication.opioid-nonopioids-first");
    }
}
