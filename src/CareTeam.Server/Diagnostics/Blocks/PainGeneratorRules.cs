using CareTeam.Server.Procedures;

namespace CareTeam.Server.Diagnostics;

/// <summary>How well the blocks that a conclusion names bear it out.</summary>
public static class PainGeneratorRules
{
    public static readonly RuleKey BlocksAgree = new("pain-generator.blocks-agree");
    public static readonly RuleKey SingleBlock = new("pain-generator.single-block");

    public static RuleCheck AskEvidence(this RuleCheck check, CarePlan plan, ConcludePainGeneratorRequest request, IReadOnlyList<DiagnosticBlock> blocks)
    {
        var holding = plan.BlocksThatHold().ToHashSet();
        var agreeing = blocks.Where(b => holding.Contains(b) && Agrees(request, b)).ToList();
        var disagreeing = blocks.Except(agreeing).ToList();
        return check
            .Ask(BlocksAgree, _ => disagreeing.Count == 0 || !string.IsNullOrWhiteSpace(request.Explanation)
                ? null
                : $"The block of {disagreeing[0].PerformedDate} ({disagreeing[0].Target.ToWords()} {disagreeing[0].Technique.Place()}, {disagreeing[0].Concordance.ToWords()}) does not agree, and nothing explains it.")
            .Ask(SingleBlock, _ => agreeing is [var only] && request.Confidence is DiagnosticConfidence.Probable or DiagnosticConfidence.Confirmed
                ? $"It rests on the one positive block of {only.PerformedDate}."
                : null);
    }

    /// <summary>A positive block of the concluded structure, or a negative one of what is refuted.</summary>
    private static bool Agrees(ConcludePainGeneratorRequest request, DiagnosticBlock block)
    {
        var wanted = request.Confidence == DiagnosticConfidence.Refuted ? BlockConcordance.Negative : BlockConcordance.Positive;
        var ofStructure = (request.Kind, block.Target) is
            (PainGeneratorKind.FacetJoint, BlockTarget.MedialBranch or BlockTarget.FacetJoint)
            or (PainGeneratorKind.SacroiliacJoint, BlockTarget.SacroiliacJoint)
            or (PainGeneratorKind.NerveRoot, BlockTarget.NerveRoot);
        return ofStructure && block.Concordance == wanted
            && block.Technique.Sites().Overlaps(InjectionSites.Of(request.Levels, request.Side));
    }
}
