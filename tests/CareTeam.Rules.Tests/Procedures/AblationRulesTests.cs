using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class AblationRulesTests
{
    private const ProcedureKind Ablation = ProcedureKind.FacetRadiofrequencyAblation;
    private const BlockTarget MedialBranch = BlockTarget.MedialBranch;

    private static Given TwoBlocks() => Given.ActivePlan().Blocked(11, MedialBranch, "2025-01-10").Blocked(12, MedialBranch, "2025-01-24");

    [Fact, RuleNotMet("ablation.two-blocks")]
    public void After_no_block_and_after_one_it_is_refused()
    {
        Given.ActivePlan().WhenScheduled(Schedule(Ablation)).ThenRule("ablation.two-blocks", met: false);
        var refused = Given.ActivePlan().Blocked(11, MedialBranch, "2026-02-01").WhenScheduled(Schedule(Ablation));
        refused.ThenRule("ablation.two-blocks", met: false);
        Assert.Contains("L4-L5 left has 1 of 2 positive blocks", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory, RuleMet("ablation.two-blocks"), RuleNotMet("ablation.two-blocks")]
    [InlineData("2026-02-01", "2026-02-15", true)]
    [InlineData("2026-02-01", "2026-02-14", false)]
    [InlineData("2026-02-01", "2026-03-09", true)]
    [InlineData("2026-02-01", "2026-03-10", false)]
    public void Two_blocks_are_two_weeks_apart_and_before_the_day(string first, string second, bool met) => Given.ActivePlan()
        .Blocked(11, MedialBranch, first).Blocked(12, MedialBranch, second).WhenScheduled(Schedule(Ablation)).ThenRule("ablation.two-blocks", met);

    [Fact]
    public void One_in_between_does_not_spoil_two_that_are_far_enough_apart() => Given.ActivePlan()
        .Blocked(11, MedialBranch, "2026-02-01").Blocked(12, MedialBranch, "2026-02-08").Blocked(13, MedialBranch, "2026-02-15")
        .WhenScheduled(Schedule(Ablation)).ThenRule("ablation.two-blocks", met: true);

    [Theory]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    public void They_are_positive_one_after_the_other(bool first, bool second, bool third, bool met) => Given.ActivePlan()
        .Blocked(11, MedialBranch, "2025-12-01", first).Blocked(12, MedialBranch, "2026-01-01", second).Blocked(13, MedialBranch, "2026-02-01", third)
        .WhenScheduled(Schedule(Ablation)).ThenRule("ablation.two-blocks", met);

    [Theory]
    [InlineData("L4-L5", Side.Left, true)]
    [InlineData("L4-L5", Side.Right, false)]
    [InlineData("L4-L5", Side.Bilateral, false)]
    [InlineData("L5-S1", Side.Left, false)]
    [InlineData("L4-L5 L5-S1", Side.Left, false)]
    public void They_are_of_every_joint_and_side_that_is_ablated(string levels, Side side, bool met) => TwoBlocks()
        .WhenScheduled(Schedule(Ablation, technique: Technique(levels, side))).ThenRule("ablation.two-blocks", met);

    [Fact]
    public void A_block_of_both_sides_counts_for_each()
    {
        var both = BlockTechnique(MedialBranch, Side.Bilateral);
        Given.ActivePlan().Blocked(11, MedialBranch, "2026-01-01", technique: both).Blocked(12, MedialBranch, "2026-02-01", technique: both)
            .WhenScheduled(Schedule(Ablation, technique: Technique(side: Side.Right))).ThenRule("ablation.two-blocks", met: true);
    }

    [Fact]
    public void A_block_into_the_joint_is_none_of_its_medial_branches() => Given.ActivePlan()
        .Blocked(11, BlockTarget.FacetJoint, "2026-01-01").Blocked(12, MedialBranch, "2026-02-01").WhenScheduled(Schedule(Ablation)).ThenRule("ablation.two-blocks", met: false);

    [Fact]
    public void Who_performs_it_may_override_with_a_reason_that_stays_on_the_procedure()
    {
        var request = Schedule(Ablation);
        request.Overrides.Add(Override("ablation.two-blocks"));
        var after = Given.ActivePlan().WhenScheduled(request).After;
        Assert.Equal(("ablation.two-blocks", "Discussed with the payer."), (after.Procedures.Single().Findings.Single().RuleId, after.Procedures.Single().Findings.Single().Override.Reason));
        Assert.Equal($"procedure/{ProcedureId}", after.RuleOverrides.Single().Subject);
    }

    [Theory, RuleMet("ablation.pain-duration"), RuleNotMet("ablation.pain-duration")]
    [InlineData("2025-12-10", true)]
    [InlineData("2025-12-11", false)]
    public void The_pain_has_lasted_three_months(string since, bool met)
    {
        var request = Schedule(Ablation);
        request.Indication.PainSinceDate = since;
        TwoBlocks().WhenScheduled(request).ThenRule("ablation.pain-duration", met);
    }

    [Theory]
    [InlineData("2019-01-01", "2025-12-10", true)]
    [InlineData("2019-01-01", "2025-12-11", false)]
    [InlineData("2025-12-11", "2025-12-12", false)]
    public void Where_diagnoses_began_on_different_days_each_has_lasted_or_the_indication_says_so(string one, string other, bool met)
    {
        var (given, request) = (TwoBlocks(), Schedule(Ablation));
        foreach (var onset in new[] { one, other }) given.Event(new() { DiagnosisAdded = new() { Diagnosis = new() { Icd10CmCode = "M47.816", OnsetDate = onset } } });
        request.Indication.PainSinceDate = "";
        given.WhenScheduled(request).ThenRule("ablation.pain-duration", met);
        request.Indication.PainSinceDate = "2025-12-10";
        given.WhenScheduled(request).ThenRule("ablation.pain-duration", met: true);
    }

    [Theory, RuleMet("ablation.failed-care"), RuleNotMet("ablation.failed-care")]
    [InlineData("2026-02-10", true)]
    [InlineData("2026-02-11", false)]
    public void Care_has_failed_for_four_weeks(string since, bool met)
    {
        var request = Schedule(Ablation);
        request.Indication.CareSinceDate = since;
        TwoBlocks().WhenScheduled(request).ThenRule("ablation.failed-care", met);
    }

    [Theory, RuleMet("ablation.unfused"), RuleNotMet("ablation.unfused")]
    [InlineData(true)]
    [InlineData(false)]
    public void The_segments_are_not_fused(bool unfused)
    {
        var request = Schedule(Ablation);
        request.Indication.SegmentsUnfused = unfused;
        TwoBlocks().WhenScheduled(request).ThenRule("ablation.unfused", unfused);
    }

    [Theory, RuleMet("facet.guidance"), RuleNotMet("facet.guidance")]
    [InlineData(ImageGuidance.Fluoroscopy, true)]
    [InlineData(ImageGuidance.ComputedTomography, true)]
    [InlineData(ImageGuidance.Ultrasound, false)]
    public void Guidance_is_fluoroscopy_or_tomography_and_contrast_is_not_needed(ImageGuidance guidance, bool met)
    {
        var request = Schedule(Ablation);
        request.Planned.Guidance = guidance;
        request.Planned.Contrast = null;
        TwoBlocks().WhenScheduled(request).ThenRule("facet.guidance", met);
    }

    /// <summary>Left, right, and a third session of the other joint.</summary>
    [Theory, RuleMet("ablation.sessions-a-year"), RuleNotMet("ablation.sessions-a-year")]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void Two_sessions_a_year_in_a_region(string day, bool met) => Given.ActivePlan()
        .Blocked(11, MedialBranch, "2025-01-10", technique: Technique("L5-S1")).Blocked(12, MedialBranch, "2025-01-24", technique: Technique("L5-S1"))
        .Performed(1, Ablation, "2025-03-01").Performed(2, Ablation, "2025-03-15", Technique(side: Side.Right))
        .WhenScheduled(Schedule(Ablation, day, Technique("L5-S1"))).ThenRule("ablation.sessions-a-year", met);

    [Theory, RuleMet("ablation.interval"), RuleNotMet("ablation.interval")]
    [InlineData("2026-02-28", Side.Left, false)]
    [InlineData("2026-03-01", Side.Left, true)]
    [InlineData("2025-09-15", Side.Right, true)]
    public void Half_a_year_lies_between_ablations_of_one_joint_and_side(string day, Side side, bool met)
    {
        var both = BlockTechnique(MedialBranch, Side.Bilateral);
        Given.ActivePlan().Blocked(11, MedialBranch, "2025-06-01", technique: both).Blocked(12, MedialBranch, "2025-07-01", technique: both)
            .Performed(1, Ablation, "2025-09-01").Helped(1, "2026-01-01").WhenScheduled(Schedule(Ablation, day, Technique(side: side))).ThenRule("ablation.interval", met);
    }

    [Theory, RuleMet("ablation.repeat"), RuleNotMet("ablation.repeat")]
    [InlineData("2025-11-24", 8, 4, false, true)]
    [InlineData("2025-11-23", 8, 4, true, false)]
    [InlineData("2025-11-24", 9, 5, true, false)]
    public void It_is_repeated_after_half_the_pain_for_twelve_weeks(string until, int before, int after, bool function, bool met) => TwoBlocks()
        .Performed(1, Ablation, "2025-09-01").Helped(1, until, before, after, function).WhenScheduled(Schedule(Ablation)).ThenRule("ablation.repeat", met);
}
