using System.Globalization;
using CareTeam.Server.Procedures;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class RollingSessionsTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Most(string added, params string[] sessions) => RollingSessions.Most(sessions.Select(Day), Day(added), 12);

    [Theory]
    [InlineData("2026-01-09", 5)]
    [InlineData("2026-01-10", 4)]
    public void The_anniversary_is_outside(string added, int most) => Assert.Equal(most, Most(added, "2025-01-10", "2025-04-11", "2025-07-11", "2025-10-10"));

    [Fact]
    public void Sessions_planned_backwards_meet_the_limit_too() => Assert.Equal(5, Most("2026-01-10", "2026-12-10", "2026-10-10", "2026-07-10", "2026-04-10"));

    [Fact]
    public void Two_procedures_of_one_day_are_one_session() => Assert.Equal(2, Most("2026-01-10", "2026-01-10", "2025-12-01", "2025-12-01"));

    [Fact]
    public void A_leap_day_has_its_window_too()
    {
        Assert.Equal(2, Most("2024-02-29", "2023-03-01"));
        Assert.Equal(1, Most("2024-02-29", "2023-02-28"));
    }

    [Theory]
    [InlineData("2026-01-14", true)]
    [InlineData("2026-01-15", false)]
    [InlineData("2025-12-18", false)]
    [InlineData("2025-12-19", true)]
    public void An_interval_holds_in_both_directions(string added, bool tooNear) =>
        Assert.Equal(tooNear, RollingSessions.TooNear([Day("2026-01-01")], Day(added), d => d.AddDays(14)) is not null);
}
