using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class ChangeMedicationTests
{
    private static readonly ChangeMedication UseCase = new(RuleTable.Shipped);

    private static ChangeMedicationRequest Change(Action<ChangeMedicationRequest>? with = null)
    {
        var request = new ChangeMedicationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, MedicationId = OtherMedicationId, Reason = "Too little." };
        with?.Invoke(request);
        return request;
    }

    [Fact]
    public void What_is_left_out_stays_as_it_is()
    {
        var medication = KnownPatient().Taking("gabapentin", m => m.PlannedStopDate = "2026-04-01").When(UseCase, Change(r => r.Dose = Mg(300)), Given.Lead).After.Medications.Single();
        Assert.Equal((Mg(300), Times(1), "2026-04-01", "Too little."), (medication.Dose, medication.Frequency, medication.PlannedStopDate, medication.StatusReason));
    }

    [Fact]
    public void The_planned_stop_can_be_taken_away() =>
        Assert.Equal("", KnownPatient().Taking("gabapentin", m => m.PlannedStopDate = "2026-04-01").When(UseCase, Change(r => r.WithoutPlannedStop = true), Given.Lead).After.Medications.Single().PlannedStopDate);

    [Fact]
    public void A_change_is_checked_like_a_prescription_and_may_be_overridden_like_one()
    {
        var given = KnownPatient().Taking("gabapentin").Fact(SafetyFactKind.CreatinineClearance, 50, "2026-03-02");
        var decision = given.When(UseCase, Change(r => (r.Dose, r.Frequency) = (Mg(600), Times(3))), Given.Lead);
        decision.ThenBlocks("medication.renal-dose");
        var overridden = given.When(UseCase, Change(r =>
        {
            (r.Dose, r.Frequency) = (Mg(600), Times(3));
            r.Overrides.Add(new OverrideRequest { RuleId = "medication.renal-dose", Reason = "On dialysis days only." });
        }), Given.Lead).After;
        Assert.Equal("On dialysis days only.", overridden.Medications.Single().Findings.Single().Override.Reason);
        Assert.Single(overridden.RuleOverrides);
    }

    [Fact]
    public void It_is_no_duplicate_of_itself_and_what_no_longer_holds_goes()
    {
        var given = KnownPatient().Taking("naproxen", m => m.Findings.Add(new RuleFinding { RuleId = "medication.nsaid-anticoagulant", Text = "warfarin" }));
        Assert.Equal(["medication.nsaid-boxed-warning"], given.When(UseCase, Change(r => r.Dose = Mg(250)), Given.Lead).After.Medications.Single().Findings.Select(f => f.RuleId));
    }

    [Fact]
    public void A_change_ends_a_taper_that_was_planned()
    {
        var given = KnownPatient().Taking("gabapentin", m => m.Taper.Add(new MedicationTaperStep { StartDate = "2026-03-20", Dose = Mg(50), Frequency = Times(1) }));
        Assert.Empty(given.When(UseCase, Change(r => r.Dose = Mg(100)), Given.Lead).After.Medications.Single().Taper);
    }

    [Fact]
    public void A_change_to_what_is_so_already_is_no_event() => KnownPatient().Taking("gabapentin").When(UseCase, Change(r => r.Dose = Mg(100)), Given.Lead).ThenNothing();

    [Fact]
    public void What_was_stopped_or_comes_from_elsewhere_is_not_changed()
    {
        KnownPatient().Taking("gabapentin").Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-01" } })
            .When(UseCase, Change(r => r.Dose = Mg(200)), Given.Lead).ThenRefused("medication.lifecycle");
        KnownPatient().Taking("gabapentin", m => m.Reported = true).When(UseCase, Change(r => r.Dose = Mg(200)), Given.Lead).ThenRefused("medication.prescribed-here");
    }

    [Fact]
    public void A_medication_that_is_not_there_is_not_found() => KnownPatient().When(UseCase, Change(r => r.Dose = Mg(200)), Given.Lead).ThenNotFound();

    [Fact]
    public void Only_prescribers_change() => Given.ActivePlan().Taking("gabapentin").When(UseCase, Change(r => r.Dose = Mg(200)), Given.Therapist).ThenForbidden("MAY_NOT_PRESCRIBE");

    [Fact]
    public void It_must_see_another_change_of_the_same_medication_and_no_other_event()
    {
        Assert.True(UseCase.MustSee(Change(), new() { MedicationChanged = new() { MedicationId = OtherMedicationId } }));
        Assert.True(UseCase.MustSee(Change(), new() { MedicationTapered = new() { MedicationId = OtherMedicationId } }));
        Assert.False(UseCase.MustSee(Change(), new() { MedicationChanged = new() { MedicationId = MedicationId } }));
        Assert.False(UseCase.MustSee(Change(), new() { MedicationPrescribed = new() }));
    }

    [Fact]
    public void It_needs_a_reason_and_a_change()
    {
        Assert.Equal(["medication_id", "reason", "dose"], Fields.Violated(UseCase, new ChangeMedicationRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
        Assert.Equal(["without_planned_stop"], Fields.Violated(UseCase, Change(r => (r.WithoutPlannedStop, r.PlannedStopDate) = (true, "2026-04-01"))));
    }

    [Fact]
    public void Nothing_is_changed_in_a_plan_that_has_ended() => Given.ActivePlan().Taking("gabapentin").Event(new() { PlanCompleted = new() { Summary = "s" } })
        .When(UseCase, Change(r => r.Dose = Mg(200)), Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void During_a_taper_the_dose_that_it_has_reached_goes_on_and_what_it_planned_is_over()
    {
        static MedicationTaperStep Step(string day, int times) => new() { StartDate = day, Dose = Mg(300), Frequency = Times(times) };
        var given = KnownPatient().Taking("gabapentin", m =>
        {
            (m.Dose, m.Frequency, m.PlannedStopDate) = (Mg(300), Times(3), "2026-03-30");
            m.Taper.AddRange([Step("2026-02-20", 2), Step("2026-03-01", 1), Step("2026-03-20", 1)]);
        });
        var later = given.When(UseCase, Change(r => r.PlannedStopDate = "2026-04-30"), Given.Lead).After.Medications.Single();
        Assert.Equal((Mg(300), Times(1), "2026-04-30"), (later.Dose, later.Frequency, later.PlannedStopDate));
        Assert.Empty(later.Taper);
        Assert.Equal(300, given.When(UseCase, Change(r => r.OpioidSafeguards = new() { NaloxoneOffered = true }), Given.Lead).After.Medications.Single().DailyMilligrams(new(2026, 3, 2)));
        Assert.Equal(100, given.When(UseCase, Change(r => r.Dose = Mg(100)), Given.Lead).After.Medications.Single().DailyMilligrams(new(2026, 3, 2)));
    }
}
