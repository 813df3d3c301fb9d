using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class SedationRulesTests
{
    [Theory, RuleNotMet("medication.gabapentinoid-respiratory-depression")]
    [InlineData("tramadol")]
    [InlineData("diazepam")]
    [InlineData("cyclobenzaprine")]
    [InlineData("zolpidem")]
    public void A_gabapentinoid_with_an_opioid_or_another_depressant_warns_whichever_is_new(string other)
    {
        KnownPatient().Taking(other).Prescribe("gabapentin").ThenWarns("medication.gabapentinoid-respiratory-depression");
        KnownPatient().Taking("gabapentin").Prescribe(other).ThenWarns("medication.gabapentinoid-respiratory-depression");
    }

    [Theory, RuleNotMet("medication.gabapentinoid-respiratory-depression")]
    [InlineData(SafetyFactKind.ChronicLungDisease)]
    [InlineData(SafetyFactKind.SleepApnea)]
    public void A_gabapentinoid_in_lung_disease_warns(SafetyFactKind illness)
    {
        KnownPatient().Fact(illness).Prescribe("pregabalin").ThenWarns("medication.gabapentinoid-respiratory-depression");
        KnownPatient().Fact(illness).Fact(illness, "2026-03-02", present: false).Prescribe("pregabalin").ThenMet("medication.gabapentinoid-respiratory-depression");
    }

    /// <summary>Today is 2026-03-02.</summary>
    [Theory, RuleMet("medication.gabapentinoid-respiratory-depression"), RuleNotMet("medication.gabapentinoid-respiratory-depression"),
     RuleMet("medication.older-patient"), RuleNotMet("medication.older-patient")]
    [InlineData("1961-03-03", 64)]
    [InlineData("1961-03-02", 65)]
    public void From_65_on_gabapentinoids_tricyclics_and_muscle_relaxants_warn(string born, int age)
    {
        foreach (var (drug, rule) in new[]
        {
            ("gabapentin", "medication.gabapentinoid-respiratory-depression"), ("nortriptyline", "medication.older-patient"), ("methocarbamol", "medication.older-patient"),
        })
        {
            var decision = KnownPatient(born).Prescribe(drug);
            if (age < 65) decision.ThenMet(rule);
            else decision.ThenWarns(rule);
        }
        KnownPatient(born).Prescribe("ibuprofen").ThenMet("medication.older-patient");
    }

    [Fact]
    public void An_unknown_age_is_told() => Given.ActivePlan().Prescribe("nortriptyline").ThenWarns("medication.older-patient");

    [Fact, RuleNotMet("medication.opioid-benzodiazepine")]
    public void An_opioid_with_a_benzodiazepine_blocks_whichever_is_new()
    {
        KnownPatient().Taking("diazepam").Prescribe("tramadol").ThenBlocks("medication.opioid-benzodiazepine");
        KnownPatient().Taking("tramadol").Prescribe("diazepam").ThenBlocks("medication.opioid-benzodiazepine");
    }

    [Fact, RuleMet("medication.opioid-benzodiazepine")]
    public void An_opioid_with_something_else_does_not() => KnownPatient().Taking("ibuprofen").Prescribe("tramadol").ThenMet("medication.opioid-benzodiazepine");

    [Fact, RuleNotMet("medication.opioid-depressants")]
    public void An_opioid_with_a_muscle_relaxant_warns()
    {
        KnownPatient().Taking("methocarbamol").Prescribe("hydrocodone", r => r.Dose = Mg(5)).ThenWarns("medication.opioid-depressants");
        KnownPatient().Taking("hydrocodone").Prescribe("zolpidem").ThenWarns("medication.opioid-depressants");
    }

    [Fact, RuleMet("medication.opioid-depressants")]
    public void An_opioid_with_acetaminophen_does_not() => KnownPatient().Taking("acetaminophen").Prescribe("tramadol").ThenMet("medication.opioid-depressants");

    [Fact, RuleNotMet("medication.opioid-respiratory-risk")]
    public void An_opioid_in_sleep_apnea_warns() => KnownPatient().Fact(SafetyFactKind.SleepApnea).Prescribe("tramadol").ThenWarns("medication.opioid-respiratory-risk");

    [Fact, RuleMet("medication.opioid-respiratory-risk")]
    public void An_opioid_without_it_does_not() => KnownPatient().Prescribe("tramadol").ThenMet("medication.opioid-respiratory-risk");
}
