using CareTeam.Cli.Tasks;

namespace CareTeam.Cli.Tests.Tasks;

public sealed class SeriesOptionTests
{
    [Fact]
    public void Three_a_week_for_six_weeks_is_3_per_7_x6() => Assert.Equal(new Recurrence { Times = 3, PeriodDays = 7, Periods = 6 }, SeriesOption.Parse("3/7x6"));

    [Theory]
    [InlineData("3")]
    [InlineData("3x7/6")]
    [InlineData("3/7x")]
    [InlineData("-3/7x6")]
    [InlineData("weekly")]
    public void Anything_else_is_no_series(string text) => Assert.Null(SeriesOption.Parse(text));
}
