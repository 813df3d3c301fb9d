using CareTeam.Server.Medications;

namespace CareTeam.Rules.Tests.Medications;

public sealed class RecordAllergyTests
{
    private static RecordAllergyRequest Allergy(AllergenKind allergen = AllergenKind.Medication, string substance = "naproxen") => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        Allergen = allergen,
        Substance = substance,
        Criticality = AllergyCriticality.High,
        Reaction = "Hives.",
    };

    [Fact]
    public void An_allergy_is_on_the_plan_with_who_recorded_it_and_when()
    {
        var allergy = Given.ActivePlan().When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Therapist).After.Allergies.Single();
        Assert.Equal((AllergenKind.Medication, "naproxen", AllergyType.Allergy, AllergyCriticality.High), (allergy.Allergen, allergy.Substance, allergy.Type, allergy.Criticality));
        Assert.Equal((Given.Therapist, Given.Now), (allergy.RecordedBy, allergy.RecordedAt));
    }

    [Fact]
    public void What_a_check_asks_for_is_found_by_its_kind_until_it_is_refuted()
    {
        var given = Given.ActivePlan().When(new RecordAllergy(RuleTable.Shipped), Allergy(AllergenKind.IodinatedContrast, ""), Given.Lead).After;
        Assert.Single(given.AllergiesTo(AllergenKind.IodinatedContrast));
        Assert.Empty(given.AllergiesTo(AllergenKind.Latex));
    }

    [Fact]
    public void The_same_again_is_no_event_whoever_says_it()
    {
        var given = Given.ActivePlan();
        foreach (var e in given.When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Therapist).Events) given.Event(e.Clone());
        var again = Allergy(substance: "Naproxen");
        again.RequestId = Given.NoteId;
        given.When(new RecordAllergy(RuleTable.Shipped), again, Given.Lead).ThenNothing();
        Assert.Equal(given.Plan.Allergies.Single().AllergyId, new RecordAllergy(RuleTable.Shipped).Reply(given.Plan, [], again).AllergyId);
    }

    [Theory]
    [InlineData(AllergenKind.Medication, "", MedicationClass.Unspecified, "substance")]
    [InlineData(AllergenKind.Medication, "", MedicationClass.Nsaid, null)]
    [InlineData(AllergenKind.Latex, "", MedicationClass.Unspecified, null)]
    [InlineData(AllergenKind.Latex, "", MedicationClass.Nsaid, "medication_class")]
    [InlineData(AllergenKind.Food, "", MedicationClass.Unspecified, "substance")]
    [InlineData(AllergenKind.Other, "", MedicationClass.Unspecified, "substance")]
    [InlineData(AllergenKind.Unspecified, "dust", MedicationClass.Unspecified, "allergen")]
    public void It_says_what_the_patient_reacts_to(AllergenKind allergen, string substance, MedicationClass medicationClass, string? violated)
    {
        var request = Allergy(allergen, substance);
        request.MedicationClass = medicationClass;
        Assert.Equal(violated is null ? [] : [violated], Fields.Violated(new RecordAllergy(RuleTable.Shipped), request));
    }

    [Theory]
    [InlineData("7258", true)]
    [InlineData("", true)]
    [InlineData("12345678", true)]
    [InlineData("123456789", false)]
    [InlineData("N02", false)]
    [InlineData("٧٢٥٨", false)]
    public void An_RxNorm_code_is_digits(string code, bool valid)
    {
        var request = Allergy();
        request.RxnormCode = code;
        Assert.Equal(valid ? [] : ["rxnorm_code"], Fields.Violated(new RecordAllergy(RuleTable.Shipped), request));
    }

    [Fact]
    public void Patients_and_psychologists_record_none()
    {
        Given.ActivePlan().When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Patient).ThenForbidden("MAY_NOT_RECORD_ALLERGIES");
        Given.ActivePlan().When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Psychologist).ThenForbidden("MAY_NOT_RECORD_ALLERGIES");
        Given.ActivePlan().When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Stranger).ThenForbidden("MAY_NOT_RECORD_ALLERGIES");
    }

    [Fact]
    public void An_id_is_used_once()
    {
        var given = Given.ActivePlan();
        foreach (var e in given.When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Lead).Events) given.Event(e.Clone());
        var other = Allergy(substance: "iohexol");
        other.AllergyId = given.Plan.Allergies.Single().AllergyId;
        given.When(new RecordAllergy(RuleTable.Shipped), other, Given.Lead).ThenRefused("id.unused");
    }

    /// <summary>Today is 2026-03-02; a day is forgiven for time zones.</summary>
    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-03", false)]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    public void It_began_between_birth_and_today(string onset, bool inOrder)
    {
        var request = Allergy();
        request.OnsetDate = onset;
        var decision = Given.PlanOfPatientBorn("1980-06-15").When(new RecordAllergy(RuleTable.Shipped), request, Given.Lead);
        if (inOrder) Assert.Single(decision.Events);
        else decision.ThenInvalid("onset_date");
    }

    [Fact]
    public void Nothing_is_recorded_on_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Completed).When(new RecordAllergy(RuleTable.Shipped), Allergy(), Given.Lead).ThenRefused("plan.not-ended");
}
