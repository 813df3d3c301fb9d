using CareTeam.Server.Anatomy;
using CareTeam.Server.Procedures;

namespace CareTeam.Server.Diagnostics;

/// <summary>What guards a diagnostic block, and by which threshold it is judged.</summary>
public static class BlockRules
{
    public static readonly RuleKey MedialBranchConcordance = new("medial-branch-block.concordance", "percent");
    public static readonly RuleKey FacetConcordance = new("facet-block.concordance", "percent");
    public static readonly RuleKey SacroiliacConcordance = new("sacroiliac-block.concordance", "percent");
    public static readonly RuleKey NerveRootConcordance = new("nerve-root-block.concordance", "percent");
    public static readonly RuleKey StatedRelief = new("block.stated-relief");
    public static readonly RuleKey SteroidEffect = new("block.steroid-effect", "weeks");
    public static readonly RuleKey SacroiliacSessions = new("sacroiliac-block.sessions", "sessions");
    public static readonly RuleKey ProvocationTests = new("sacroiliac-block.provocation-tests", "tests");
    public static readonly RuleKey SacroiliacPainDuration = new("sacroiliac-block.pain-duration", "months");
    public static readonly RuleKey SacroiliacFailedCare = new("sacroiliac-block.failed-care", "weeks");
    public static readonly RuleKey SingleRoot = new("nerve-root-block.single-root");
    public static readonly RuleKey UncertainDiagnosis = new("nerve-root-block.uncertain-diagnosis");

    public static RuleKey Concordance(BlockTarget target) => target switch
    {
        BlockTarget.MedialBranch => MedialBranchConcordance,
        BlockTarget.FacetJoint => FacetConcordance,
        BlockTarget.SacroiliacJoint => SacroiliacConcordance,
        _ => NerveRootConcordance,
    };

    public static RuleCheck AskBlock(this RuleCheck check, RuleTable rules, CarePlan plan, RecordDiagnosticBlockRequest request, DiagnosticBlock? corrected)
    {
        var (technique, day, risks) = (request.Technique, Dates.Of(request.PerformedDate), InjectionRisks.Of(rules, plan, request.Checklist, Dates.Of(request.PerformedDate)));
        // A correction is no new injection.
        if (corrected is null) check.AskNoRedFlagThen(RedFlagRules.BlocksInjections, rules, plan, day);
        return check
            .AskTarget(rules, plan, request, day, risks)
            .Ask(SteroidEffect, rule => SteroidGiven(plan, request, day, RuleSpan.Of(rule)))
            .AskChecklist(plan, day, request.Checklist, technique, corrected?.Checklist)
            .AskRisks(risks, technique);
    }

    private static RuleCheck AskTarget(this RuleCheck check, RuleTable rules, CarePlan plan, RecordDiagnosticBlockRequest request, DateOnly day, InjectionRisks risks) => request.Target switch
    {
        BlockTarget.SacroiliacJoint => check
            .Ask(SacroiliacSessions, rule => TooManySessions(plan, request, rule.Number("sessions")))
            .Ask(ProvocationTests, rule => ProvocationTestsOf(plan, request) is var positive && positive >= rule.Number("tests") ? null : $"{positive} of {rule.Number("tests")} provocation tests are positive.")
            .AskPainDuration(SacroiliacPainDuration, plan, request.Indication, day)
            .AskFailedCare(SacroiliacFailedCare, rules, plan, request.Indication, day)
            .AskSacroiliacGuidance(request.Technique, risks),
        BlockTarget.NerveRoot => check
            .Ask(SingleRoot, _ => request.Technique.Sites().Count != 1 ? $"The block numbs {request.Technique.Place()}." : request.Technique.GivesSteroid() ? "A steroid is given with it." : null)
            .Ask(UncertainDiagnosis, _ => string.IsNullOrWhiteSpace(request.Indication.Uncertainty) ? "The indication does not say what is uncertain after the work-up." : null)
            .AskGuidance(GuidanceRules.NerveRoot, request.Technique),
        _ => check.AskGuidance(GuidanceRules.Facet, request.Technique),
    };

    /// <summary>Of one joint: the left one's do not count for the right one.</summary>
    private static string? TooManySessions(CarePlan plan, RecordDiagnosticBlockRequest request, int limit)
    {
        foreach (var side in request.Technique.Side.Each())
        {
            var days = plan.BlocksThatHold(request.SupersedesDiagnosticBlockId).Where(b => b.Target == BlockTarget.SacroiliacJoint && b.Technique.Side.Each().Contains(side)).Select(b => b.PerformedDate).Append(request.PerformedDate);
            if (days.Distinct().Count() is var sessions && sessions > limit) return $"It would be diagnostic session {sessions} of the {side.ToWords()} sacroiliac joint; {limit} are allowed.";
        }
        return null;
    }

    /// <summary>As the indication attests, or in the examination that has most of them; of both sides, on the one that has fewer.</summary>
    private static int ProvocationTestsOf(CarePlan plan, RecordDiagnosticBlockRequest request) => Math.Max(
        request.Indication.ProvocationTests,
        request.Technique.Side.Each().Min(side => plan.Exams.Where(e => e.SupersededByExamId.Length == 0).Select(e => PositiveTests(e, side)).DefaultIfEmpty(0).Max()));

    private static int PositiveTests(PhysicalExam exam, Side side) => exam.Body.Tests
        .Where(t => t.Result == ExamTestResult.Positive && Provokes(t.Test) && (t.Side == side || t.Side is Side.Bilateral or Side.Unspecified))
        .Select(t => t.Test).Distinct().Count();

    private static bool Provokes(ExamTest test) => test is ExamTest.Faber or ExamTest.ThighThrust or ExamTest.SacroiliacDistraction or ExamTest.SacroiliacCompression
        or ExamTest.Gaenslen or ExamTest.SacralThrust;

    /// <summary>By a block or by a procedure that treats, less than the time of its effect before.</summary>
    private static string? SteroidGiven(CarePlan plan, RecordDiagnosticBlockRequest request, DateOnly day, RuleSpan effect)
    {
        var sites = request.Technique.Sites();
        var blocks = plan.BlocksThatHold(request.SupersedesDiagnosticBlockId).Where(b => b.Target.IsOfJoint(request.Target)).Select(b => (Day: Dates.Of(b.PerformedDate), b.Technique));
        var procedures = plan.Procedures.Where(p => p.Therapeutic && Treats(p.Kind, request.Target)).Select(p => (Day: p.Day(), Technique: p.Performed));
        var given = blocks.Concat(procedures).Where(g => g.Technique.GivesSteroid() && g.Technique.Sites().Overlaps(sites) && g.Day <= day && effect.After(g.Day) > day)
            .Select(g => (DateOnly?)g.Day).Max();
        return given is { } last ? $"Steroid was given there on {last.Iso()}; its effect lasts until {effect.After(last).Iso()}." : null;
    }

    /// <summary>A facet joint and its medial branches are one for this.</summary>
    private static bool IsOfJoint(this BlockTarget target, BlockTarget other) => Joint(target) == Joint(other);

    private static BlockTarget Joint(BlockTarget target) => target == BlockTarget.MedialBranch ? BlockTarget.FacetJoint : target;

    private static bool Treats(ProcedureKind kind, BlockTarget target) => kind switch
    {
        ProcedureKind.FacetJointSteroid => Joint(target) == BlockTarget.FacetJoint,
        ProcedureKind.SacroiliacJointSteroid => target == BlockTarget.SacroiliacJoint,
        _ => false,
    };
}
