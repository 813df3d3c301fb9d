using CareTeam.Rules.Tests.Rules;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

/// <summary>Facet joints, sacroiliac joints and trigger points.</summary>
public sealed class JointAndMuscleRulesTests
{
    private const ProcedureKind Facet = ProcedureKind.FacetJointSteroid, Sacroiliac = ProcedureKind.SacroiliacJointSteroid, TriggerPoint = ProcedureKind.TriggerPointInjection;

    private static Given FacetBlocks() => Given.ActivePlan().Blocked(11, BlockTarget.MedialBranch, "2024-01-10").Blocked(12, BlockTarget.FacetJoint, "2024-02-10");

    private static Given SacroiliacBlock() => Given.ActivePlan().Blocked(11, BlockTarget.SacroiliacJoint, "2024-01-10");

    [Theory, RuleMet("facet.positive-blocks"), RuleNotMet("facet.positive-blocks")]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Steroid_into_a_facet_joint_follows_two_positive_blocks(int blocks, bool met)
    {
        var given = Given.ActivePlan();
        for (var n = 0; n < blocks; n++) given.Blocked(11 + n, n == 0 ? BlockTarget.MedialBranch : BlockTarget.FacetJoint, $"2026-01-{10 + n}");
        given.WhenScheduled(Schedule(Facet)).ThenRule("facet.positive-blocks", met);
    }

    [Theory, RuleMet("facet.ablation-unsuitable"), RuleNotMet("facet.ablation-unsuitable")]
    [InlineData("Pacemaker.", true)]
    [InlineData("", false)]
    public void It_is_for_those_whom_an_ablation_does_not_suit(string why, bool met)
    {
        var request = Schedule(Facet);
        request.Indication.AblationUnsuitable = why;
        FacetBlocks().WhenScheduled(request).ThenRule("facet.ablation-unsuitable", met);
    }

    private static Given FourOf(Given given, ProcedureKind kind)
    {
        for (var n = 1; n <= 4; n++) given.Performed(n, kind, $"2025-{n * 2:00}-10").Helped(n, "2025-12-31", function: true);
        return given;
    }

    [Theory, RuleMet("facet.sessions-a-year"), RuleNotMet("facet.sessions-a-year")]
    [InlineData("2026-02-09", false)]
    [InlineData("2026-02-10", true)]
    public void Four_facet_sessions_a_year(string day, bool met) => FourOf(FacetBlocks(), Facet).WhenScheduled(Schedule(Facet, day)).ThenRule("facet.sessions-a-year", met);

    [Theory, RuleMet("facet.repeat"), RuleNotMet("facet.repeat")]
    [InlineData("2026-02-01", 4, false, true)]
    [InlineData("2026-01-31", 4, true, false)]
    [InlineData("2026-02-01", 5, true, false)]
    public void A_facet_joint_is_injected_again_after_half_the_pain_for_three_months(string until, int after, bool function, bool met) => FacetBlocks()
        .Performed(1, Facet, "2025-11-01").Helped(1, until, 8, after, function).WhenScheduled(Schedule(Facet)).ThenRule("facet.repeat", met);

    [Theory, RuleMet("sacroiliac.positive-block"), RuleNotMet("sacroiliac.positive-block")]
    [InlineData(Side.Left, true, true)]
    [InlineData(Side.Left, false, false)]
    [InlineData(Side.Right, true, false)]
    [InlineData(Side.Bilateral, true, true)]
    public void Steroid_into_a_sacroiliac_joint_follows_a_positive_block_of_it(Side blocked, bool positive, bool met) => Given.ActivePlan()
        .Blocked(11, BlockTarget.SacroiliacJoint, "2026-01-10", positive, BlockTechnique(BlockTarget.SacroiliacJoint, blocked))
        .WhenScheduled(Schedule(Sacroiliac)).ThenRule("sacroiliac.positive-block", met);

    [Theory, RuleMet("sacroiliac.guidance"), RuleNotMet("sacroiliac.guidance")]
    [InlineData(ImageGuidance.Fluoroscopy, true, false, false, true)]
    [InlineData(ImageGuidance.Fluoroscopy, false, false, false, false)]
    [InlineData(ImageGuidance.Ultrasound, false, false, false, false)]
    [InlineData(ImageGuidance.Ultrasound, false, true, false, true)]
    [InlineData(ImageGuidance.Ultrasound, false, false, true, true)]
    [InlineData(ImageGuidance.None, false, true, true, false)]
    public void A_sacroiliac_joint_is_seen_with_contrast_or_by_ultrasound_where_that_may_not_be(ImageGuidance guidance, bool contrast, bool allergic, bool pregnant, bool met)
    {
        var (request, given) = (Schedule(Sacroiliac), SacroiliacBlock());
        request.Planned.Guidance = guidance;
        if (!contrast) request.Planned.Contrast = new() { NoneReason = "None." };
        if (allergic) given.Event(new() { AllergyRecorded = new() { Allergy = new() { AllergyId = Id(60), Allergen = AllergenKind.IodinatedContrast } } });
        if (pregnant) request.Checklist = new() { Pregnancy = PregnancyStatus.Pregnant };
        given.WhenScheduled(request).ThenRule("sacroiliac.guidance", met);
    }

    [Theory, RuleMet("sacroiliac.sessions-a-year"), RuleNotMet("sacroiliac.sessions-a-year")]
    [InlineData("2026-02-09", false)]
    [InlineData("2026-02-10", true)]
    public void Four_sacroiliac_sessions_a_year(string day, bool met) =>
        FourOf(SacroiliacBlock(), Sacroiliac).WhenScheduled(Schedule(Sacroiliac, day)).ThenRule("sacroiliac.sessions-a-year", met);

    [Theory, RuleMet("sacroiliac.repeat"), RuleNotMet("sacroiliac.repeat")]
    [InlineData("2026-02-01", 4, false, true)]
    [InlineData("2026-01-31", 4, true, false)]
    [InlineData("2026-02-01", 5, true, false)]
    public void A_sacroiliac_joint_is_injected_again_after_half_the_pain_for_three_months(string until, int after, bool function, bool met) => SacroiliacBlock()
        .Performed(1, Sacroiliac, "2025-11-01").Helped(1, until, 8, after, function).WhenScheduled(Schedule(Sacroiliac)).ThenRule("sacroiliac.repeat", met);

    [Theory, RuleMet("sacroiliac.ablation-not-covered"), RuleNotMet("sacroiliac.ablation-not-covered")]
    [InlineData(ProcedureKind.SacroiliacRadiofrequencyAblation, false)]
    [InlineData(Sacroiliac, true)]
    public void An_ablation_of_the_sacroiliac_joint_is_not_covered(ProcedureKind kind, bool met) =>
        SacroiliacBlock().WhenScheduled(Schedule(kind)).ThenRule("sacroiliac.ablation-not-covered", met);

    [Theory, RuleMet("trigger-point.findings"), RuleNotMet("trigger-point.findings")]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void A_trigger_point_has_two_findings(int findings, bool met)
    {
        var request = Schedule(TriggerPoint);
        while (request.Indication.Findings.Count > findings) request.Indication.Findings.RemoveAt(0);
        Given.ActivePlan().WhenScheduled(request).ThenRule("trigger-point.findings", met);
    }

    [Theory, RuleMet("trigger-point.sessions-a-year"), RuleNotMet("trigger-point.sessions-a-year")]
    [InlineData("2026-04-09", false)]
    [InlineData("2026-04-10", true)]
    public void Three_trigger_point_sessions_a_year(string day, bool met)
    {
        var given = Given.ActivePlan();
        for (var n = 2; n <= 4; n++) given.Performed(n, TriggerPoint, $"2025-{n * 2:00}-10", new InjectionTechnique { Muscles = { $"muscle {n}" }, Side = Side.Right }).Helped(n, "2025-12-31", function: true);
        given.WhenScheduled(Schedule(TriggerPoint, day)).ThenRule("trigger-point.sessions-a-year", met);
    }

    [Theory, RuleMet("trigger-point.repeat"), RuleNotMet("trigger-point.repeat")]
    [InlineData("2025-12-13", 4, true, true)]
    [InlineData("2025-12-12", 4, true, false)]
    [InlineData("2025-12-13", 5, true, false)]
    [InlineData("2025-12-13", 4, false, false)]
    public void Trigger_points_are_injected_again_after_half_the_pain_for_six_weeks_and_a_gain_of_function(string until, int after, bool function, bool met) => Given.ActivePlan()
        .Performed(1, TriggerPoint, "2025-11-01").Helped(1, until, 8, after, function).WhenScheduled(Schedule(TriggerPoint)).ThenRule("trigger-point.repeat", met);

    [Theory, RuleMet("trigger-point.imaging-not-covered"), RuleNotMet("trigger-point.imaging-not-covered")]
    [InlineData(ImageGuidance.None, true)]
    [InlineData(ImageGuidance.Ultrasound, false)]
    public void Imaging_of_a_trigger_point_injection_is_warned_of(ImageGuidance guidance, bool met)
    {
        var request = Schedule(TriggerPoint);
        request.Planned.Guidance = guidance;
        var decision = Given.ActivePlan().WhenScheduled(request);
        Assert.Null(decision.Refusal);
        decision.ThenRule("trigger-point.imaging-not-covered", met);
    }
}
