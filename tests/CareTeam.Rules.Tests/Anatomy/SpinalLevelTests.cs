using CareTeam.Server.Anatomy;

namespace CareTeam.Rules.Tests.Anatomy;

public sealed class SpinalLevelTests
{
    [Theory]
    [InlineData("C1")]
    [InlineData("C7")]
    [InlineData("T1")]
    [InlineData("T12")]
    [InlineData("L5")]
    [InlineData("S1")]
    [InlineData("S5")]
    public void There_are_seven_twelve_five_and_five_vertebrae(string level) => Assert.True(SpinalLevel.IsVertebra(level));

    [Theory]
    [InlineData("C0")]
    [InlineData("C8")]
    [InlineData("T13")]
    [InlineData("L6")]
    [InlineData("S6")]
    [InlineData("l4")]
    [InlineData("L04")]
    [InlineData(" L4")]
    [InlineData("4")]
    [InlineData("")]
    public void And_no_others(string level) => Assert.False(SpinalLevel.IsVertebra(level));

    [Theory]
    [InlineData("L4-L5")]
    [InlineData("L5-S1")]
    [InlineData("C7-T1")]
    [InlineData("T12-L1")]
    [InlineData("C1-C2")]
    public void A_segment_is_two_neighbours_also_across_regions(string level) => Assert.True(SpinalLevel.IsSegment(level));

    [Theory]
    [InlineData("L3-L5")]
    [InlineData("L5-L4")]
    [InlineData("L4-L4")]
    [InlineData("L5-S2")]
    [InlineData("C8-T1")]
    [InlineData("L4/L5")]
    [InlineData("L4-5")]
    [InlineData("L4-L5-S1")]
    [InlineData("L4 - L5")]
    [InlineData("L4")]
    [InlineData("S5-")]
    [InlineData("-")]
    public void Anything_else_is_no_segment(string level) => Assert.False(SpinalLevel.IsSegment(level));

    [Theory]
    [InlineData("C7-T1", SpinalRegion.Cervical)]
    [InlineData("T12-L1", SpinalRegion.Thoracic)]
    [InlineData("L5-S1", SpinalRegion.Lumbar)]
    [InlineData("S1", SpinalRegion.Sacral)]
    [InlineData("L6", SpinalRegion.Unspecified)]
    public void A_segment_lies_where_its_upper_vertebra_does(string level, SpinalRegion region) => Assert.Equal(region, SpinalLevel.Region(level));

    [Theory]
    [InlineData("C8", true)]
    [InlineData("C9", false)]
    [InlineData("T12", true)]
    [InlineData("L5", true)]
    [InlineData("S6", false)]
    [InlineData("L4-L5", false)]
    public void The_neck_has_one_root_more_than_vertebrae(string root, bool isOne) => Assert.Equal(isOne, NerveRoot.Is(root));
}
