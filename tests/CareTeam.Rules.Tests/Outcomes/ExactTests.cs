using CareTeam.Server.Outcomes;
using CsCheck;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class ExactTests
{
    [Fact]
    public void Thirty_percent_of_a_third_is_neither_less_nor_more()
    {
        // ODI 10 of 45 to 7 of 45; as decimals, 22.22...222 to 15.55...556 falls short by the last digit.
        Exact before = (Exact)1000 / 45, after = (Exact)700 / 45;
        Assert.Equal(30, Changes.Percent(before - after, before));
        Assert.True(Changes.Between(Catalog.Instrument("odi"), HigherIs.Worse, before, after).MeetsMcidPercent);
    }

    [Theory]
    [InlineData(35.555, 2, 35.56)]
    [InlineData(-35.555, 2, -35.56)]
    [InlineData(2.5, 0, 3)]
    [InlineData(2.4999, 0, 2)]
    [InlineData(-0.4, 0, 0)]
    public void Halves_are_rounded_away_from_zero(double value, int decimals, double rounded) =>
        Assert.Equal((decimal)rounded, Exact.Written(value).Rounded(decimals));

    [Theory]
    [InlineData(10.4)]
    [InlineData(4.54)]
    [InlineData(0.1)]
    [InlineData(1e-7)]
    [InlineData(123456789.125)]
    public void What_was_written_is_meant_and_not_what_a_double_makes_of_it(double value) => Assert.Equal((decimal)value, Exact.Written(value).Rounded(10));

    [Fact]
    public void It_computes_as_decimals_do_where_these_are_exact() => Gen.Select(Gen.Int[-100_000, 100_000], Gen.Int[-100_000, 100_000]).Sample((x, y) =>
    {
        var (a, b) = (x / 100m, y / 100m);
        Exact ea = a, eb = b;
        Assert.Equal((Exact)(a + b), ea + eb);
        Assert.Equal((Exact)(a - b), ea - eb);
        Assert.Equal((Exact)(a * b), ea * eb);
        if (y != 0) Assert.Equal(ea, ea / eb * eb);
        Assert.Equal(a.CompareTo(b), ea.CompareTo(eb));
        Assert.Equal(Math.Round(a, 1, MidpointRounding.AwayFromZero), ea.Rounded(1));
    });

    [Fact]
    public void Nothing_given_is_zero() => Assert.Equal(0, default(Exact));
}
