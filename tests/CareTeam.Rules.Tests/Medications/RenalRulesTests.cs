using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Medications.Prescribing;

namespace CareTeam.Rules.Tests.Medications;

public sealed class RenalRulesTests
{
    /// <summary>Today is 2026-03-02, a year after 2025-03-02.</summary>
    [Theory, RuleMet("medication.renal-function-known"), RuleNotMet("medication.renal-function-known")]
    [InlineData("2025-03-02", true)]
    [InlineData("2025-03-01", false)]
    public void The_kidney_function_of_the_last_year_must_be_known(string observed, bool met)
    {
        var decision = Given.ActivePlan().Fact(SafetyFactKind.Egfr, 90, observed).Prescribe("naproxen");
        if (met) decision.ThenMet("medication.renal-function-known");
        else decision.ThenWarns("medication.renal-function-known");
    }

    [Fact]
    public void It_is_asked_only_of_drugs_that_the_kidneys_matter_to()
    {
        Given.ActivePlan().Prescribe("duloxetine").ThenWarns("medication.renal-function-known");
        Given.ActivePlan().Prescribe("acetaminophen").ThenMet("medication.renal-function-known");
        Given.ActivePlan().Prescribe("diclofenac gel", r => r.Route = MedicationRoute.Topical).ThenMet("medication.renal-function-known");
    }

    [Theory, RuleMet("medication.renal-dose"), RuleNotMet("medication.renal-dose")]
    [InlineData("gabapentin", 60, 1200, 3, true)]
    [InlineData("gabapentin", 59, 700, 2, true)]
    [InlineData("gabapentin", 59, 701, 2, false)]
    [InlineData("gabapentin", 30, 700, 2, true)]
    [InlineData("gabapentin", 29, 700, 1, true)]
    [InlineData("gabapentin", 29, 701, 1, false)]
    [InlineData("gabapentin", 14, 300, 1, true)]
    [InlineData("gabapentin", 14, 301, 1, false)]
    [InlineData("pregabalin", 59, 150, 2, true)]
    [InlineData("pregabalin", 59, 151, 2, false)]
    [InlineData("pregabalin", 14, 75, 1, true)]
    [InlineData("pregabalin", 14, 76, 1, false)]
    public void Gabapentinoids_are_dosed_by_clearance(string drug, double clearance, double mg, int times, bool met)
    {
        var decision = Given.ActivePlan().Fact(SafetyFactKind.CreatinineClearance, clearance).Prescribe(drug, r => (r.Dose, r.Frequency) = (Mg(mg), Times(times)));
        if (met) decision.ThenMet("medication.renal-dose");
        else decision.ThenBlocks("medication.renal-dose");
    }

    [Fact]
    public void Every_kind_of_frequency_counts_and_a_dose_that_is_not_by_weight_cannot_be_compared()
    {
        var given = Given.ActivePlan().Fact(SafetyFactKind.CreatinineClearance, 50);
        given.Prescribe("gabapentin", r => (r.Dose, r.Frequency) = (Mg(400), new() { EveryHours = 8 })).ThenMet("medication.renal-dose");
        given.Prescribe("gabapentin", r => (r.Dose, r.Frequency) = (Mg(400), new() { EveryHours = 6 })).ThenBlocks("medication.renal-dose");
        given.Prescribe("gabapentin", r => (r.Dose, r.Frequency) = (new() { Value = 0.4, Unit = "g" }, new() { AsNeeded = true, MaxDosesADay = 4 })).ThenBlocks("medication.renal-dose");
        given.Prescribe("gabapentin", r => r.Dose = new() { Value = 1, Unit = "{tablet}" }).ThenBlocks("medication.renal-dose");
    }

    [Theory, RuleMet("medication.renal-avoid"), RuleNotMet("medication.renal-avoid")]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Duloxetine_is_avoided_below_30(double clearance, bool met)
    {
        var decision = Given.ActivePlan().Fact(SafetyFactKind.CreatinineClearance, clearance).Prescribe("duloxetine");
        if (met) decision.ThenMet("medication.renal-avoid");
        else decision.ThenBlocks("medication.renal-avoid");
        Given.ActivePlan().Fact(SafetyFactKind.CreatinineClearance, clearance).Prescribe("venlafaxine").ThenMet("medication.renal-avoid");
    }

    [Theory]
    [InlineData(SafetyFactKind.CreatinineClearance, 90, "2024-03-02", SafetyFactKind.Egfr, 25, "2026-03-01", false)]
    [InlineData(SafetyFactKind.Egfr, 25, "2024-03-02", SafetyFactKind.CreatinineClearance, 90, "2026-03-01", true)]
    [InlineData(SafetyFactKind.CreatinineClearance, 90, "2026-03-01", SafetyFactKind.Egfr, 25, "2026-03-01", true)]
    public void The_newest_of_both_values_counts_and_of_one_day_the_one_that_the_rule_asks_for(SafetyFactKind one, double oneValue, string oneDay, SafetyFactKind other, double otherValue, string otherDay, bool met)
    {
        var decision = Given.ActivePlan().Fact(one, oneValue, oneDay).Fact(other, otherValue, otherDay).Prescribe("gabapentin", r => (r.Dose, r.Frequency) = (Mg(600), Times(3)));
        if (met) decision.ThenMet("medication.renal-dose");
        else decision.ThenBlocks("medication.renal-dose");
    }
}
