using CareTeam.Server.Tasks;
using CsCheck;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class SeriesTests
{
    private static readonly Recurrence ThreeAWeekForSixWeeks = new() { Times = 3, PeriodDays = 7, Periods = 6 };

    [Theory]
    [InlineData(0, "2026-03-02")]
    [InlineData(1, "2026-03-04")]
    [InlineData(2, "2026-03-06")]
    [InlineData(3, "2026-03-09")]
    [InlineData(17, "2026-04-10")]
    public void Three_sessions_a_week_fall_on_Monday_Wednesday_and_Friday(int occurrence, string day) =>
        Assert.Equal(day, Series.DueDate("2026-03-02", ThreeAWeekForSixWeeks, occurrence));

    [Fact]
    public void Due_days_never_run_backwards_and_stay_within_the_series() => Gen.Select(Gen.Int[1, 21], Gen.Int[1, 90], Gen.Int[1, 20]).Sample((times, days, periods) =>
    {
        var recurrence = new Recurrence { Times = times, PeriodDays = days, Periods = periods };
        var due = Enumerable.Range(0, times * periods).Select(i => Series.DueDate("2026-01-01", recurrence, i)).ToList();
        var end = new DateOnly(2026, 1, 1).AddDays(days * periods).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return due.SequenceEqual(due.Order(StringComparer.Ordinal)) && string.CompareOrdinal(due[^1], end) < 0;
    });
}
