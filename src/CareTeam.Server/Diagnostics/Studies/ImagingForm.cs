using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>What structured findings of imaging must be.</summary>
public static class ImagingForm
{
    private const int Most = 100;

    /// <summary>Lies between two vertebrae, so it needs their segment.</summary>
    private static readonly HashSet<ImagingFindingKind> OfSegment =
    [
        ImagingFindingKind.DiscBulge, ImagingFindingKind.DiscProtrusion, ImagingFindingKind.DiscExtrusion, ImagingFindingKind.DiscSequestration,
        ImagingFindingKind.DiscDegeneration, ImagingFindingKind.AnnularFissure, ImagingFindingKind.CentralStenosis, ImagingFindingKind.LateralRecessStenosis,
        ImagingFindingKind.ForaminalStenosis, ImagingFindingKind.Spondylolisthesis, ImagingFindingKind.Instability, ImagingFindingKind.FacetArthropathy,
        ImagingFindingKind.SynovialCyst, ImagingFindingKind.EndplateChanges,
    ];

    private static readonly HashSet<ImagingFindingKind> Paired =
    [
        ImagingFindingKind.LateralRecessStenosis, ImagingFindingKind.ForaminalStenosis, ImagingFindingKind.FacetArthropathy, ImagingFindingKind.SynovialCyst,
        ImagingFindingKind.Spondylolysis, ImagingFindingKind.NerveRootCompression, ImagingFindingKind.Sacroiliitis, ImagingFindingKind.SacroiliacDegeneration,
    ];

    public static void Check(IReadOnlyList<ImagingFinding> findings, Violations violations)
    {
        if (findings.Count > Most) violations.Add("imaging_findings", $"has {findings.Count} values; at most {Most} are allowed");
        for (var i = 0; i < Math.Min(findings.Count, Most); i++) Check($"imaging_findings[{i}]", findings[i], violations);
    }

    private static void Check(string field, ImagingFinding f, Violations violations)
    {
        violations.Required($"{field}.kind", f.Kind);
        if (OfSegment.Contains(f.Kind)) violations.Segment($"{field}.level", f.Level);
        else if (f.Kind == ImagingFindingKind.Spondylolysis) violations.Vertebra($"{field}.level", f.Level);
        else if (f.Level.Length > 0) violations.Level($"{field}.level", f.Level);
        if (Paired.Contains(f.Kind)) violations.Side($"{field}.side", f.Side, paired: true);
        if (f.Kind == ImagingFindingKind.Normal && f.Severity != FindingSeverity.Unspecified) violations.Add($"{field}.severity", "is of no normal finding");
        if (f.Root.Length > 0) violations.Root($"{field}.root", f.Root);
        violations.Text($"{field}.remark", f.Remark, 500, required: f.Kind == ImagingFindingKind.Other);
    }
}
