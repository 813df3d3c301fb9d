using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class AllergyRulesTests
{
    [Fact, RuleNotMet("medication.allergy")]
    public void An_allergy_to_the_drug_or_to_its_class_blocks()
    {
        KnownPatient().AllergicTo(AllergenKind.Medication, "Naprosyn").Prescribe("naproxen").ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Medication, medicationClass: MedicationClass.Nsaid).Prescribe("ibuprofen").ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Medication, medicationClass: MedicationClass.Nsaid).Prescribe("aspirin").ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Medication, "Orphenadrine").Prescribe("orphenadrine", r => r.MedicationClass = MedicationClass.MuscleRelaxant).ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Medication, "codeine").Prescribe("acetaminophen-codeine").ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.LocalAnaesthetic).Prescribe("lidocaine", r => r.Route = MedicationRoute.Topical).ThenBlocks("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Corticosteroid).Prescribe("prednisone").ThenBlocks("medication.allergy");
    }

    [Fact, RuleMet("medication.allergy")]
    public void An_allergy_to_something_else_or_one_that_was_refuted_does_not()
    {
        KnownPatient().AllergicTo(AllergenKind.Medication, "naproxen").Prescribe("ibuprofen").ThenMet("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Latex).Prescribe("ibuprofen").ThenMet("medication.allergy");
        KnownPatient().AllergicTo(AllergenKind.Medication, "naproxen").Event(new() { AllergyRefuted = new() { AllergyId = RefuteAllergyTests.AllergyId, Reason = "r" } })
            .Prescribe("naproxen").ThenMet("medication.allergy");
    }

    [Fact, RuleNotMet("medication.allergy-same-class")]
    public void After_an_allergy_to_one_of_a_class_the_others_warn()
    {
        KnownPatient().AllergicTo(AllergenKind.Medication, "naproxen").Prescribe("ibuprofen").ThenWarns("medication.allergy-same-class");
        KnownPatient().AllergicTo(AllergenKind.Medication, "aspirin").Prescribe("ibuprofen").ThenWarns("medication.allergy-same-class");
    }

    [Fact, RuleMet("medication.allergy-same-class")]
    public void Other_classes_do_not() => KnownPatient().AllergicTo(AllergenKind.Medication, "naproxen").Prescribe("gabapentin").ThenMet("medication.allergy-same-class");

    [Fact, RuleNotMet("medication.intolerance")]
    public void An_intolerance_warns()
    {
        var decision = KnownPatient().AllergicTo(AllergenKind.Medication, "tramadol", type: AllergyType.Intolerance).Prescribe("tramadol");
        decision.ThenWarns("medication.intolerance");
        decision.ThenMet("medication.allergy");
    }

    [Fact, RuleMet("medication.intolerance")]
    public void An_intolerance_of_another_drug_does_not() =>
        KnownPatient().AllergicTo(AllergenKind.Medication, "tramadol", type: AllergyType.Intolerance).Prescribe("ibuprofen").ThenMet("medication.intolerance");

    [Fact, RuleNotMet("medication.allergies-asked")]
    public void Nobody_having_asked_warns() => Given.ActivePlan().Prescribe("ibuprofen").ThenWarns("medication.allergies-asked");

    [Fact, RuleMet("medication.allergies-asked")]
    public void An_allergy_or_that_there_is_none_is_an_answer()
    {
        Given.ActivePlan().AllergicTo(AllergenKind.Latex).Prescribe("ibuprofen").ThenMet("medication.allergies-asked");
        Given.ActivePlan().Fact(SafetyFactKind.NoKnownAllergies).Prescribe("ibuprofen").ThenMet("medication.allergies-asked");
    }
}
