using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Diagnostics;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ConcludePainGeneratorTests
{
    private static Given Worked() => Given.ActivePlan()
        .Event(new() { ExamRecorded = new() { Exam = new() { ExamId = Id(75), ExaminedAt = Given.Now, Body = new() } } })
        .Event(new() { StudyOrdered = new() { Study = new() { StudyId = Id(70) } } })
        .Blocked(11, BlockTarget.MedialBranch, "2026-01-10").Blocked(12, BlockTarget.MedialBranch, "2026-02-10")
        .Blocked(13, BlockTarget.SacroiliacJoint, "2026-01-20", positive: false);

    private static ConcludePainGeneratorRequest Facet(params string[] blocks) => new()
    {
        PlanId = Given.PlanId,
        RequestId = Given.RequestId,
        PainGeneratorId = Id(85),
        Kind = PainGeneratorKind.FacetJoint,
        Levels = { "L4-L5" },
        Side = Side.Left,
        Confidence = DiagnosticConfidence.Confirmed,
        Conclusion = "Left L4-L5 facet joint.",
        DiagnosticBlockIds = { blocks },
    };

    private static Decision When(Given given, ConcludePainGeneratorRequest request, Person? by = null) => given.When(new ConcludePainGenerator(RuleTable.Shipped), request, by ?? Given.Lead);

    [Fact]
    public void It_rests_on_examinations_studies_and_blocks_of_the_plan()
    {
        var request = Facet(Id(11), Id(12));
        request.ExamIds.Add(Id(75));
        request.StudyIds.Add(Id(70));
        var generator = When(Worked(), request).After.PainGenerators.Single();
        Assert.Equal((PainGeneratorKind.FacetJoint, Side.Left, Given.Lead, Given.Now), (generator.Kind, generator.Side, generator.ConcludedBy, generator.ConcludedAt));
        Assert.Equal([Id(11), Id(12)], generator.DiagnosticBlockIds);
    }

    [Theory]
    [InlineData("exam")]
    [InlineData("study")]
    [InlineData("block")]
    public void Evidence_that_the_plan_does_not_have_is_not_found(string kind)
    {
        var request = Facet(Id(11));
        (kind switch { "exam" => request.ExamIds, "study" => request.StudyIds, _ => request.DiagnosticBlockIds }).Add(Id(99));
        When(Worked(), request).ThenNotFound();
    }

    [Theory, RuleMet("pain-generator.blocks-agree"), RuleNotMet("pain-generator.blocks-agree")]
    [InlineData(11, 12, "", true)]
    [InlineData(11, 13, "", false)]
    [InlineData(11, 13, "The sacroiliac joint was looked at, too.", true)]
    public void Blocks_agree_or_somebody_explains_why_not(int first, int second, string explanation, bool met)
    {
        var request = Facet(Id(first), Id(second));
        request.Confidence = DiagnosticConfidence.Provisional;
        request.Explanation = explanation;
        When(Worked(), request).ThenRule("pain-generator.blocks-agree", met);
    }

    [Theory]
    [InlineData("L4-L5", Side.Left, BlockTarget.MedialBranch, true, true)]
    [InlineData("L4-L5", Side.Bilateral, BlockTarget.FacetJoint, true, true)]
    [InlineData("L4-L5", Side.Right, BlockTarget.MedialBranch, true, false)]
    [InlineData("L5-S1", Side.Left, BlockTarget.MedialBranch, true, false)]
    [InlineData("L4-L5", Side.Left, BlockTarget.MedialBranch, false, false)]
    public void A_block_that_agrees_is_a_positive_one_of_the_place(string level, Side side, BlockTarget target, bool positive, bool met)
    {
        var request = Facet(Id(14));
        request.Confidence = DiagnosticConfidence.Provisional;
        request.Levels[0] = level;
        request.Side = side;
        When(Worked().Blocked(14, target, "2026-02-20", positive), request).ThenRule("pain-generator.blocks-agree", met);
    }

    [Fact]
    public void What_is_refuted_rests_on_a_negative_block()
    {
        var request = Facet(Id(13));
        (request.Kind, request.Confidence) = (PainGeneratorKind.SacroiliacJoint, DiagnosticConfidence.Refuted);
        request.Levels.Clear();
        When(Worked(), request).ThenRule("pain-generator.blocks-agree", met: true);
    }

    [Theory, RuleMet("pain-generator.single-block"), RuleNotMet("pain-generator.single-block")]
    [InlineData(2, DiagnosticConfidence.Confirmed, true)]
    [InlineData(1, DiagnosticConfidence.Confirmed, false)]
    [InlineData(1, DiagnosticConfidence.Provisional, true)]
    public void One_block_alone_is_warned_of(int blocks, DiagnosticConfidence confidence, bool met)
    {
        var request = Facet(new[] { Id(11), Id(12) }[..blocks]);
        request.Confidence = confidence;
        var decision = When(Worked(), request);
        Assert.Null(decision.Refusal);
        decision.ThenRule("pain-generator.single-block", met);
    }

    [Fact]
    public void A_revision_supersedes_what_stays_to_be_seen_and_only_once()
    {
        var given = Worked();
        foreach (var e in When(given, Facet(Id(11), Id(12))).Events) given.Event(e.Clone());
        var revision = Facet(Id(13));
        (revision.PainGeneratorId, revision.RevisesPainGeneratorId, revision.Explanation) = (Id(86), Id(85), "Relief did not last.");
        var after = When(given, revision).After;
        Assert.Equal([(Id(85), ""), (Id(86), Id(85))], after.PainGenerators.Select(g => (g.PainGeneratorId, g.RevisesPainGeneratorId)));
        foreach (var e in When(given, revision).Events) given.Event(e.Clone());
        revision.PainGeneratorId = Id(87);
        When(given, revision).ThenRefused("pain-generator.current");
        revision.RevisesPainGeneratorId = Id(99);
        When(given, revision).ThenNotFound();
    }

    [Fact]
    public void Who_may_diagnose_concludes_on_a_plan_that_goes_on()
    {
        When(Worked(), Facet(Id(11)), Given.Therapist).ThenForbidden("MAY_NOT_DIAGNOSE");
        When(Worked().Event(new() { PlanCompleted = new() { Summary = "s" } }), Facet(Id(11))).ThenRefused("plan.not-ended");
        var given = Worked();
        foreach (var e in When(given, Facet(Id(11), Id(12))).Events) given.Event(e.Clone());
        When(given, Facet(Id(11), Id(12))).ThenRefused("id.unused");
    }

    [Theory]
    [InlineData(PainGeneratorKind.Disc, "L4-L5", Side.Midline, "")]
    [InlineData(PainGeneratorKind.Disc, "L4", Side.Midline, "", "levels[0]")]
    [InlineData(PainGeneratorKind.FacetJoint, "L4-L5", Side.Midline, "", "side")]
    [InlineData(PainGeneratorKind.SacroiliacJoint, "L5-S1", Side.Left, "", "levels")]
    [InlineData(PainGeneratorKind.NerveRoot, "S1", Side.Right, "")]
    [InlineData(PainGeneratorKind.NerveRoot, "", Side.Right, "", "levels")]
    [InlineData(PainGeneratorKind.Muscle, "", Side.Right, "", "structure")]
    [InlineData(PainGeneratorKind.Muscle, "", Side.Right, "piriformis")]
    [InlineData(PainGeneratorKind.Muscle, "L4-L5", Side.Right, "multifidus", "levels")]
    public void Each_kind_is_named_in_its_own_way(PainGeneratorKind kind, string levels, Side side, string structure, params string[] violated)
    {
        var request = Facet(Id(11));
        (request.Kind, request.Side, request.Structure) = (kind, side, structure);
        request.Levels.Clear();
        request.Levels.Add(levels.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(violated, Fields.Violated(new ConcludePainGenerator(RuleTable.Shipped), request));
    }

    [Fact]
    public void It_needs_evidence() => Assert.Equal(["exam_ids"], Fields.Violated(new ConcludePainGenerator(RuleTable.Shipped), Facet()));
}
