using CareTeam.Server.Medications;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class PrescribeMedicationTests
{
    [Fact]
    public void A_prescription_is_on_the_plan_with_who_prescribed_it_and_the_catalogs_class_and_code()
    {
        var medication = KnownPatient().Prescribe("Ibuprofen", r => (r.Dose, r.Frequency) = (Mg(400), Times(3))).After.Medications.Single();
        Assert.Equal((MedicationClass.Nsaid, "5640", MedicationStatus.Active, "2026-03-02"), (medication.MedicationClass, medication.RxnormCode, medication.Status, medication.StartDate));
        Assert.Equal((Given.Lead, Given.Now, false), (medication.RecordedBy, medication.RecordedAt, medication.Reported));
        Assert.Empty(medication.Findings);
    }

    [Fact]
    public void A_prescription_that_is_recorded_late_came_about_on_its_first_day()
    {
        var late = KnownPatient().Prescribe("ibuprofen", r => r.StartDate = "2026-02-20").Events.Single();
        Assert.Equal(new DateOnly(2026, 2, 20), DateOnly.FromDateTime(late.OccurredAt.ToDateTime()));
        Assert.Equal(Given.Now, KnownPatient().Prescribe("ibuprofen", r => (r.StartDate, r.PlannedStopDate) = ("2026-03-20", "2026-03-27")).Events.Single().OccurredAt);
    }

    [Fact]
    public void All_rules_that_block_are_named_at_once()
    {
        var given = KnownPatient().Taking("warfarin").AllergicTo(AllergenKind.Medication, "naproxen");
        Assert.Equal(["medication.allergy", "medication.nsaid-anticoagulant"], given.Prescribe("naproxen").Blocking());
    }

    [Fact]
    public void An_overridden_rule_is_an_event_and_stays_on_the_medication_with_role_and_reason()
    {
        var decision = KnownPatient().Taking("meloxicam").Prescribe("naproxen", r => r.Overrides.Add(new OverrideRequest { RuleId = "medication.duplicate", Reason = "Changing over tomorrow." }));
        var (overridden, after) = (decision.Events[0].RuleOverridden, decision.After);
        Assert.Equal(($"medication/{MedicationId}", "medication.duplicate"), (overridden.Subject, overridden.Finding.RuleId));
        var finding = after.Medications[^1].Findings.Single();
        Assert.Equal((Given.Lead, "Changing over tomorrow."), (finding.Override.By, finding.Override.Reason));
        Assert.Equal(finding, after.RuleOverrides.Single().Finding);
    }

    [Fact]
    public void Only_prescribers_of_the_team_prescribe()
    {
        foreach (var person in new[] { Given.Therapist, Given.Psychologist, Given.Patient, Given.Stranger })
            Given.ActivePlan().Prescribe("ibuprofen", by: person).ThenForbidden("MAY_NOT_PRESCRIBE");
    }

    [Fact]
    public void A_drug_that_the_catalog_does_not_know_needs_its_class()
    {
        Assert.Equal(["medication_class"], Fields.Violated(UseCase, Of("orphenadrine")));
        Assert.Empty(Fields.Violated(UseCase, Of("orphenadrine", r => r.MedicationClass = MedicationClass.MuscleRelaxant)));
    }

    [Theory]
    [InlineData("ibuprofen", MedicationClass.Opioid, "", "medication_class")]
    [InlineData("aspirin", MedicationClass.Nsaid, "", null)]
    [InlineData("aspirin", MedicationClass.Unspecified, "1191", null)]
    [InlineData("ibuprofen", MedicationClass.Unspecified, "7258", "rxnorm_code")]
    [InlineData("ibuprofen", MedicationClass.Unspecified, "5640", null)]
    [InlineData("hydrocodone-acetaminophen", MedicationClass.Acetaminophen, "", null)]
    public void Class_and_code_must_not_contradict_the_catalog(string name, MedicationClass medicationClass, string code, string? violated)
    {
        var request = Of(name, r => (r.MedicationClass, r.RxnormCode) = (medicationClass, code));
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(UseCase, request));
    }

    [Theory]
    [InlineData(0, "mg", "dose.value")]
    [InlineData(-1, "mg", "dose.value")]
    [InlineData(100_000, "mg", null)]
    [InlineData(100_001, "mg", "dose.value")]
    [InlineData(1, "milligram", "dose.unit")]
    [InlineData(1, "", "dose.unit")]
    [InlineData(12, "ug/h", null)]
    public void A_dose_has_a_value_and_a_unit(double value, string unit, string? violated) =>
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(UseCase, Of("ibuprofen", r => r.Dose = new() { Value = value, Unit = unit })));

    public static TheoryData<MedicationFrequency, string?> Frequencies => new()
    {
        { new() { TimesADay = 24 }, null },
        { new() { TimesADay = 25 }, "frequency.times_a_day" },
        { new() { TimesADay = 0 }, "frequency.times_a_day" },
        { new() { EveryHours = 168 }, null },
        { new() { EveryHours = 169 }, "frequency.every_hours" },
        { new() { AsNeeded = true, MaxDosesADay = 4 }, null },
        { new() { EveryHours = 6, AsNeeded = true, MaxDosesADay = 4 }, null },
        { new() { AsNeeded = true }, "frequency.max_doses_a_day" },
        { new() { TimesADay = 2, MaxDosesADay = 4 }, "frequency.max_doses_a_day" },
        { new(), "frequency" },
    };

    [Theory, MemberData(nameof(Frequencies))]
    public void A_frequency_says_how_often_and_as_needed_at_most_how_often(MedicationFrequency frequency, string? violated) =>
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(UseCase, Of("ibuprofen", r => r.Frequency = frequency)));

    [Fact]
    public void Everything_that_is_missing_is_named_at_once() => Assert.Equal(
        ["request_id", "plan_id", "name", "medication_class", "route", "dose", "frequency", "indication"], Fields.Violated(UseCase, new PrescribeMedicationRequest()));

    [Fact]
    public void It_stops_not_before_it_starts()
    {
        Assert.Equal(["planned_stop_date"], Fields.Violated(UseCase, Of("ibuprofen", r => (r.StartDate, r.PlannedStopDate) = ("2026-03-10", "2026-03-09"))));
        KnownPatient().Prescribe("ibuprofen", r => r.PlannedStopDate = "2026-03-01").ThenInvalid("planned_stop_date");
    }

    [Fact]
    public void An_override_without_a_reason_is_not_well_formed() =>
        Assert.Equal(["overrides[0].reason"], Fields.Violated(UseCase, Of("ibuprofen", r => r.Overrides.Add(new OverrideRequest { RuleId = "medication.duplicate" }))));

    [Fact]
    public void Who_overrides_must_have_seen_what_came_in_meanwhile()
    {
        var other = new PlanEvent { HomeMedicationReported = new() { Medication = new() { Name = "warfarin" } } };
        Assert.False(UseCase.MustSee(Of("ibuprofen"), other));
        var overriding = Of("ibuprofen", r => r.Overrides.Add(new OverrideRequest { RuleId = "medication.duplicate", Reason = "r" }));
        Assert.True(UseCase.MustSee(overriding, other));
        Assert.True(UseCase.MustSee(overriding, new() { AllergyRecorded = new() }));
        Assert.False(UseCase.MustSee(overriding, new() { NoteSubmitted = new() }));
    }

    [Fact]
    public void An_id_is_used_once() => KnownPatient().Taking("lidocaine", m => m.MedicationId = MedicationId).Prescribe("ibuprofen").ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_prescribed_on_a_plan_that_has_ended() => Given.PlanAt(PlanStatus.Completed).Prescribe("ibuprofen").ThenRefused("plan.not-ended");

    [Theory]
    [InlineData("Nurofen", MedicationClass.Nsaid, "5640", null)]
    [InlineData("Nurofen", MedicationClass.Opioid, "5640", "rxnorm_code")]
    [InlineData("Nurofen", MedicationClass.Unspecified, "5640", "medication_class")]
    [InlineData("Nurofen", MedicationClass.Opioid, "12345678", null)]
    public void Of_a_name_that_the_catalog_does_not_know_the_code_is_checked_by_the_class(string name, MedicationClass medicationClass, string code, string? violated) =>
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(UseCase, Of(name, r => (r.MedicationClass, r.RxnormCode) = (medicationClass, code))));

    [Theory]
    [InlineData("OxyContin", MedicationRelease.Unspecified, MedicationRelease.Extended)]
    [InlineData("MS Contin 15 mg", MedicationRelease.Unspecified, MedicationRelease.Extended)]
    [InlineData("MS-Contin", MedicationRelease.Unspecified, MedicationRelease.Extended)]
    [InlineData("oxycodone", MedicationRelease.Unspecified, MedicationRelease.Immediate)]
    [InlineData("oxycodone", MedicationRelease.Extended, MedicationRelease.Extended)]
    [InlineData("OxyContin", MedicationRelease.Immediate, MedicationRelease.Immediate)]
    public void Where_no_release_is_told_a_brand_that_is_always_long_acting_is(string name, MedicationRelease told, MedicationRelease release)
    {
        var decision = KnownPatient().Prescribe(name, r => (r.Dose, r.Release) = (Mg(5), told));
        if (release == MedicationRelease.Extended) decision.ThenBlocks("medication.opioid-immediate-release");
        else Assert.Equal(release, decision.After.Medications.Single().Release);
        var reported = KnownPatient().When(new ReportHomeMedication(RuleTable.Shipped), new() { RequestId = Given.RequestId, MedicationId = MedicationId, Name = name, Release = told }, Given.Lead);
        Assert.Equal(release, reported.After.Medications.Single().Release);
    }
}
