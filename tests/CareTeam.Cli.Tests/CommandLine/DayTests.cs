using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Tests.CommandLine;

public sealed class DayTests
{
    private static readonly DateOnly Today = new(2026, 2, 27);

    [Theory]
    [InlineData("yesterday", "2026-02-26")]
    [InlineData("today", "2026-02-27")]
    [InlineData("tomorrow", "2026-02-28")]
    [InlineData("+2", "2026-03-01")]
    [InlineData("2026-12-31", "2026-12-31")]
    public void A_day_is_a_date_or_counted_from_today(string text, string day) => Assert.Equal(DateOnly.Parse(day, null), DayOption.ParseDay(text, Today));

    [Theory]
    [InlineData("last week")]
    [InlineData("+")]
    [InlineData("+-1")]
    [InlineData("27.02.2026")]
    public void Anything_else_is_no_day(string text) => Assert.Null(DayOption.ParseDay(text, Today));

    [Fact]
    public void A_plan_is_shown_at_a_version_a_time_or_the_end_of_a_day()
    {
        Assert.Equal(7, PlanShow.AsOf(new(), "7").AsOfVersion);
        Assert.Equal("2026-03-02T14:30:00Z", PlanShow.AsOf(new(), "2026-03-02T14:30Z").AsOfTime.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", null));
        var endOfDay = PlanShow.AsOf(new(), "2026-03-02").AsOfTime.ToDateTimeOffset().ToLocalTime();
        Assert.Equal((2, 23, 59, 59), (endOfDay.Day, endOfDay.Hour, endOfDay.Minute, endOfDay.Second));
        Assert.Throws<UsageException>(() => PlanShow.AsOf(new(), "spring"));
    }
}
