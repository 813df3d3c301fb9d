using CareTeam.Cli.CommandLine;
using CareTeam.Cli.History;

namespace CareTeam.Cli.Tests.History;

public sealed class MomentTextTests
{
    [Fact]
    public void A_number_is_a_version_and_nothing_is_no_moment()
    {
        Assert.Equal(12, MomentText.Parse("12")!.Version);
        Assert.Null(MomentText.Parse(""));
    }

    [Fact]
    public void A_time_is_what_was_known_then_and_with_true_before_it_what_was_true_then()
    {
        var time = new DateTimeOffset(2026, 3, 2, 14, 30, 0, TimeSpan.Zero);
        Assert.Equal(time, MomentText.Parse("2026-03-02T14:30Z")!.KnownAt.ToDateTimeOffset());
        Assert.Equal(time, MomentText.Parse("true@2026-03-02T14:30Z")!.TrueAt.ToDateTimeOffset());
    }

    [Theory]
    [InlineData("2026-03-02", 2026, 3, 2)]
    public void A_day_is_its_end(string text, int year, int month, int day)
    {
        var end = MomentText.Parse(text)!.KnownAt.ToDateTimeOffset().ToLocalTime();
        Assert.Equal((new DateOnly(year, month, day), 23, 59), (DateOnly.FromDateTime(end.DateTime), end.Hour, end.Minute));
        Assert.Equal(end, MomentText.Parse($"true@{text}")!.TrueAt.ToDateTimeOffset());
    }

    [Theory]
    [InlineData("spring")]
    [InlineData("true@")]
    [InlineData("true@12x")]
    public void Anything_else_is_told(string text) => Assert.Contains(text, Assert.Throws<UsageException>(() => MomentText.Parse(text)).Message, StringComparison.Ordinal);
}
