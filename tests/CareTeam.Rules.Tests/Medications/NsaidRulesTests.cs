using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class NsaidRulesTests
{
    [Fact, RuleNotMet("medication.nsaid-anticoagulant")]
    public void An_NSAID_with_an_anticoagulant_blocks_whichever_is_new()
    {
        KnownPatient().Taking("apixaban").Prescribe("naproxen").ThenBlocks("medication.nsaid-anticoagulant");
        KnownPatient().Taking("naproxen").Prescribe("warfarin").ThenBlocks("medication.nsaid-anticoagulant");
        KnownPatient().Taking("warfarin", m => m.Reported = true).Prescribe("naproxen").ThenBlocks("medication.nsaid-anticoagulant");
    }

    [Fact, RuleMet("medication.nsaid-anticoagulant")]
    public void Acetaminophen_or_a_gel_with_an_anticoagulant_does_not()
    {
        KnownPatient().Taking("apixaban").Prescribe("acetaminophen").ThenMet("medication.nsaid-anticoagulant");
        KnownPatient().Taking("apixaban").Prescribe("diclofenac gel", r => r.Route = MedicationRoute.Topical).ThenMet("medication.nsaid-anticoagulant");
    }

    [Theory, RuleNotMet("medication.nsaid-bleeding-risk")]
    [InlineData("clopidogrel")]
    [InlineData("aspirin")]
    [InlineData("duloxetine")]
    [InlineData("prednisone")]
    [InlineData("sertraline")]
    public void An_NSAID_with_what_raises_the_risk_of_bleeding_warns(string other)
    {
        KnownPatient().Taking(other).Prescribe("naproxen").ThenWarns("medication.nsaid-bleeding-risk");
        KnownPatient().Taking("naproxen").Prescribe(other).ThenWarns("medication.nsaid-bleeding-risk");
    }

    [Fact, RuleMet("medication.nsaid-bleeding-risk")]
    public void An_NSAID_with_something_else_does_not() => KnownPatient().Taking("gabapentin").Prescribe("naproxen").ThenMet("medication.nsaid-bleeding-risk");

    [Fact, RuleNotMet("medication.nsaid-boxed-warning")]
    public void An_NSAID_without_its_boxed_warning_told_warns() =>
        KnownPatient().Prescribe("naproxen", r => r.BoxedWarningTold = false).ThenWarns("medication.nsaid-boxed-warning");

    [Fact, RuleMet("medication.nsaid-boxed-warning")]
    public void A_told_warning_and_a_gel_are_fine()
    {
        KnownPatient().Prescribe("naproxen").ThenMet("medication.nsaid-boxed-warning");
        KnownPatient().Prescribe("diclofenac gel", r => (r.Route, r.BoxedWarningTold) = (MedicationRoute.Topical, false)).ThenMet("medication.nsaid-boxed-warning");
    }

    [Theory, RuleMet("medication.nsaid-egfr-avoid"), RuleNotMet("medication.nsaid-egfr-avoid"), RuleMet("medication.nsaid-egfr-caution"), RuleNotMet("medication.nsaid-egfr-caution")]
    [InlineData(29, true, false)]
    [InlineData(29.9, true, false)]
    [InlineData(30, false, true)]
    [InlineData(59, false, true)]
    [InlineData(60, false, false)]
    public void Below_30_an_NSAID_is_blocked_and_up_to_59_it_warns(double egfr, bool blocked, bool warned)
    {
        var decision = Given.ActivePlan().Fact(SafetyFactKind.Egfr, egfr).Prescribe("naproxen");
        Assert.Equal((blocked, warned), (decision.Blocking().Contains("medication.nsaid-egfr-avoid"), decision.Warning().Contains("medication.nsaid-egfr-caution")));
    }

    [Fact]
    public void The_newest_value_counts_and_clearance_stands_in_for_an_unknown_eGFR()
    {
        Given.ActivePlan().Fact(SafetyFactKind.Egfr, 25, "2026-01-01").Fact(SafetyFactKind.Egfr, 75, "2026-02-01").Prescribe("naproxen").ThenMet("medication.nsaid-egfr-avoid");
        Given.ActivePlan().Fact(SafetyFactKind.Egfr, 75, "2026-02-01").Fact(SafetyFactKind.Egfr, 25, "2026-01-01").Prescribe("naproxen").ThenMet("medication.nsaid-egfr-avoid");
        Given.ActivePlan().Fact(SafetyFactKind.CreatinineClearance, 25).Prescribe("naproxen").ThenBlocks("medication.nsaid-egfr-avoid");
        Given.ActivePlan().Fact(SafetyFactKind.Egfr, 25).Prescribe("gabapentin").ThenMet("medication.nsaid-egfr-avoid");
    }

    [Fact]
    public void Where_a_site_turns_the_block_off_the_warning_covers_it()
    {
        var site = new CareTeam.Server.Medications.PrescribeMedication(SiteRules.With("[{'id': 'medication.nsaid-egfr-avoid', 'severity': 'off'}]"));
        Given.ActivePlan().Fact(SafetyFactKind.Egfr, 20).When(site, Of("naproxen"), Given.Lead).ThenWarns("medication.nsaid-egfr-caution");
    }
}
