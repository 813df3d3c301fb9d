using CareTeam.Server.Anatomy;

namespace CareTeam.Rules.Tests.Anatomy;

public sealed class LateralityTests
{
    private static bool Allowed(Side side, bool paired)
    {
        var violations = new Violations();
        violations.Side("side", side, paired);
        return violations.Found.Count == 0;
    }

    [Theory]
    [InlineData(Side.Left, true, false)]
    [InlineData(Side.Right, true, false)]
    [InlineData(Side.Bilateral, true, false)]
    [InlineData(Side.Midline, false, true)]
    [InlineData(Side.Unspecified, false, true)]
    public void What_is_paired_needs_a_side_and_what_is_not_has_none(Side side, bool paired, bool unpaired) =>
        Assert.Equal((paired, unpaired), (Allowed(side, paired: true), Allowed(side, paired: false)));

    [Theory]
    [InlineData(BodyRegion.LumbarSpine, false)]
    [InlineData(BodyRegion.Pelvis, false)]
    [InlineData(BodyRegion.SacroiliacJoint, true)]
    [InlineData(BodyRegion.Hip, true)]
    [InlineData(BodyRegion.LowerLimb, true)]
    [InlineData(BodyRegion.UpperLimb, true)]
    public void Limbs_and_sacroiliac_joints_are_paired(BodyRegion region, bool paired) => Assert.Equal(paired, region.IsPaired());

    [Theory]
    [InlineData(Side.Left, Side.Left, true)]
    [InlineData(Side.Left, Side.Right, false)]
    [InlineData(Side.Bilateral, Side.Right, true)]
    [InlineData(Side.Left, Side.Bilateral, true)]
    [InlineData(Side.Unspecified, Side.Midline, true)]
    public void Both_sides_take_in_each(Side one, Side other, bool overlap) => Assert.Equal(overlap, one.Overlaps(other));
}
