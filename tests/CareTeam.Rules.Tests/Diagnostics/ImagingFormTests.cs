using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class ImagingFormTests
{
    private static IEnumerable<string> Violated(ImagingFinding finding)
    {
        var request = WorkUp.MriResult();
        request.PlanId = Given.PlanId;
        request.ImagingFindings[0] = finding;
        return Fields.Violated(new RecordStudyResult(RuleTable.Shipped, ScopeOfPractice.Shipped), request);
    }

    [Theory]
    [InlineData(ImagingFindingKind.DiscExtrusion, "L5-S1", Side.Midline, "")]
    [InlineData(ImagingFindingKind.DiscExtrusion, "L5", Side.Left, "level")]
    [InlineData(ImagingFindingKind.DiscExtrusion, "", Side.Left, "level")]
    [InlineData(ImagingFindingKind.DiscExtrusion, "L4-S1", Side.Left, "level")]
    [InlineData(ImagingFindingKind.FacetArthropathy, "L4-L5", Side.Bilateral, "")]
    [InlineData(ImagingFindingKind.FacetArthropathy, "L4-L5", Side.Unspecified, "side")]
    [InlineData(ImagingFindingKind.ForaminalStenosis, "L4-L5", Side.Midline, "side")]
    [InlineData(ImagingFindingKind.Sacroiliitis, "", Side.Unspecified, "side")]
    [InlineData(ImagingFindingKind.Spondylolysis, "L5", Side.Bilateral, "")]
    [InlineData(ImagingFindingKind.Spondylolysis, "L4-L5", Side.Bilateral, "level")]
    [InlineData(ImagingFindingKind.Fracture, "L1", Side.Unspecified, "")]
    [InlineData(ImagingFindingKind.Fracture, "", Side.Left, "")]
    [InlineData(ImagingFindingKind.Fracture, "L9", Side.Unspecified, "level")]
    [InlineData(ImagingFindingKind.Normal, "", Side.Unspecified, "")]
    [InlineData(ImagingFindingKind.Other, "", Side.Unspecified, "remark")]
    [InlineData(ImagingFindingKind.Unspecified, "", Side.Unspecified, "kind")]
    public void A_finding_has_its_level_and_side(ImagingFindingKind kind, string level, Side side, string violated) =>
        Assert.Equal(violated.Length == 0 ? [] : [$"imaging_findings[0].{violated}"], Violated(new ImagingFinding { Kind = kind, Level = level, Side = side }));

    [Fact]
    public void Roots_exist_and_what_is_normal_is_not_severe() => Assert.Equal(
        ["imaging_findings[0].severity", "imaging_findings[0].root"], Violated(new ImagingFinding { Kind = ImagingFindingKind.Normal, Severity = FindingSeverity.Mild, Root = "L7" }));
}
