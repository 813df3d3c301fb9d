using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class InteractionRulesTests
{
    [Theory, RuleNotMet("medication.serotonergic")]
    [InlineData("duloxetine", "tramadol")]
    [InlineData("amitriptyline", "duloxetine")]
    [InlineData("amitriptyline", "tramadol")]
    [InlineData("sertraline", "cyclobenzaprine")]
    public void Two_that_raise_serotonin_warn_whichever_is_new(string one, string other)
    {
        KnownPatient().Taking(one).Prescribe(other).ThenWarns("medication.serotonergic");
        KnownPatient().Taking(other).Prescribe(one).ThenWarns("medication.serotonergic");
    }

    [Fact, RuleMet("medication.serotonergic")]
    public void One_alone_does_not() => KnownPatient().Taking("ibuprofen").Prescribe("tramadol").ThenMet("medication.serotonergic");

    [Theory, RuleNotMet("medication.tizanidine-cyp1a2")]
    [InlineData("ciprofloxacin")]
    [InlineData("fluvoxamine")]
    public void Tizanidine_with_an_inhibitor_blocks_and_nobody_may_override_it(string inhibitor)
    {
        KnownPatient().Taking(inhibitor).Prescribe("tizanidine").ThenBlocks("medication.tizanidine-cyp1a2");
        KnownPatient().Taking("tizanidine").Prescribe(inhibitor, r => r.Overrides.Add(new OverrideRequest { RuleId = "medication.tizanidine-cyp1a2", Reason = "r" }))
            .ThenBlocks("medication.tizanidine-cyp1a2");
    }

    [Fact, RuleMet("medication.tizanidine-cyp1a2")]
    public void Another_muscle_relaxant_does_not() => KnownPatient().Taking("ciprofloxacin").Prescribe("methocarbamol").ThenMet("medication.tizanidine-cyp1a2");

    /// <summary>It starts on 2026-03-02.</summary>
    [Theory, RuleMet("medication.muscle-relaxant-duration"), RuleNotMet("medication.muscle-relaxant-duration")]
    [InlineData("2026-03-22", true)]
    [InlineData("2026-03-23", false)]
    [InlineData("", false)]
    public void A_muscle_relaxant_for_more_than_21_days_warns(string stop, bool met)
    {
        var decision = KnownPatient().Prescribe("methocarbamol", r => r.PlannedStopDate = stop);
        if (met) decision.ThenMet("medication.muscle-relaxant-duration");
        else decision.ThenWarns("medication.muscle-relaxant-duration");
    }

    [Fact, RuleNotMet("medication.controlled-muscle-relaxant")]
    public void Carisoprodol_warns() => KnownPatient().Prescribe("Soma").ThenWarns("medication.controlled-muscle-relaxant");

    [Fact, RuleMet("medication.controlled-muscle-relaxant")]
    public void Others_do_not() => KnownPatient().Prescribe("methocarbamol").ThenMet("medication.controlled-muscle-relaxant");

    /// <summary>Today is 2026-03-02; 2025-05-06 is 300 days ago.</summary>
    [Theory, RuleMet("medication.pregnancy"), RuleNotMet("medication.pregnancy")]
    [InlineData("ibuprofen", "2025-05-06", false)]
    [InlineData("ibuprofen", "2025-05-05", true)]
    [InlineData("acetaminophen", "2026-03-01", true)]
    public void In_pregnancy_some_classes_block(string drug, string observed, bool met)
    {
        var decision = KnownPatient().Fact(SafetyFactKind.Pregnancy, observed).Prescribe(drug);
        if (met) decision.ThenMet("medication.pregnancy");
        else decision.ThenBlocks("medication.pregnancy");
    }
}
