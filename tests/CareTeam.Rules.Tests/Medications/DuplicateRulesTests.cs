using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class DuplicateRulesTests
{
    [Fact, RuleNotMet("medication.duplicate")]
    public void Two_of_one_class_at_the_same_time_block_each_other()
    {
        KnownPatient().Taking("naproxen").Prescribe("ibuprofen").ThenBlocks("medication.duplicate");
        KnownPatient().Taking("some new NSAID", m => m.MedicationClass = MedicationClass.Nsaid).Prescribe("ibuprofen").ThenBlocks("medication.duplicate");
        KnownPatient().Taking("acetaminophen").Prescribe("hydrocodone-acetaminophen").ThenBlocks("medication.duplicate");
        KnownPatient().Taking("lidocaine patch", m => m.Route = MedicationRoute.Topical).Prescribe("Lidoderm", r => r.Route = MedicationRoute.Topical).ThenBlocks("medication.duplicate");
    }

    [Fact]
    public void A_brand_is_known_with_all_that_is_in_it()
    {
        foreach (var brand in new[] { "Norco", "Vicodin 5/300", "Percocet" }) KnownPatient().Taking("Tylenol").Prescribe(brand).ThenBlocks("medication.duplicate");
        KnownPatient().Taking("Norco").Prescribe("acetaminophen").ThenBlocks("medication.duplicate");
        KnownPatient().AllergicTo(AllergenKind.Medication, "acetaminophen").Prescribe("Norco").ThenBlocks("medication.allergy");
    }

    [Fact, RuleMet("medication.duplicate")]
    public void Two_of_different_classes_do_not()
    {
        KnownPatient().Taking("gabapentin").Prescribe("ibuprofen").ThenMet("medication.duplicate");
        KnownPatient().Taking("sertraline").Prescribe("trazodone").ThenMet("medication.duplicate");
    }

    /// <summary>The other one is taken until the 8th, its last day.</summary>
    [Theory, RuleMet("medication.duplicate"), RuleNotMet("medication.duplicate")]
    [InlineData("2026-03-08", false)]
    [InlineData("2026-03-09", true)]
    public void One_may_follow_the_other_from_the_day_after_its_last(string start, bool met)
    {
        var decision = KnownPatient().Taking("naproxen", m => m.PlannedStopDate = "2026-03-08").Prescribe("ibuprofen", r => (r.StartDate, r.PlannedStopDate) = (start, "2026-03-12"));
        if (met) decision.ThenMet("medication.duplicate");
        else decision.ThenBlocks("medication.duplicate");
    }

    [Fact]
    public void What_was_stopped_or_is_over_does_not_count()
    {
        KnownPatient().Taking("naproxen", m => m.PlannedStopDate = "2026-03-01").Prescribe("ibuprofen").ThenMet("medication.duplicate");
        KnownPatient().Taking("naproxen").Event(new() { MedicationStopped = new() { MedicationId = OtherMedicationId, StoppedDate = "2026-03-02" } })
            .Prescribe("ibuprofen").ThenMet("medication.duplicate");
    }

    [Fact, RuleNotMet("medication.topical-with-systemic")]
    public void A_gel_of_the_same_class_warns_and_does_not_block()
    {
        var decision = KnownPatient().Taking("naproxen").Prescribe("diclofenac gel", r => r.Route = MedicationRoute.Topical);
        decision.ThenWarns("medication.topical-with-systemic");
        decision.ThenMet("medication.duplicate");
        KnownPatient().Taking("diclofenac gel", m => m.Route = MedicationRoute.Topical).Prescribe("naproxen").ThenWarns("medication.topical-with-systemic");
    }

    [Fact, RuleMet("medication.topical-with-systemic")]
    public void A_gel_of_another_class_does_not() =>
        KnownPatient().Taking("naproxen").Prescribe("lidocaine patch", r => r.Route = MedicationRoute.Topical).ThenMet("medication.topical-with-systemic");
}
