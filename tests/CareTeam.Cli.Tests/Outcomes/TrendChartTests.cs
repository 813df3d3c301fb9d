using CareTeam.Cli.Outcomes;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Tests.Outcomes;

public sealed class TrendChartTests
{
    private static readonly DateTime Start = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private static Timestamp Day(double day) => Timestamp.FromDateTime(Start.AddDays(day));

    private static TrajectorySeries Series(double? mcid, params (double Day, double? Value)[] points)
    {
        var series = new TrajectorySeries { BaselineOutcomeId = $"{points.First(p => p.Value is not null).Day}", Score = new() { Minimum = 0, Maximum = 100, HigherIs = HigherIs.Worse } };
        if (mcid is { } limit) series.Score.Mcid = new() { Absolute = limit };
        foreach (var (day, value) in points)
        {
            var point = new TrajectoryPoint { OutcomeId = $"{day}", MeasuredAt = Day(day), Score = new() };
            if (value is { } score) point.Score.Value = score;
            series.Points.Add(point);
        }
        return series;
    }

    private static string[] Drawn(TrajectorySeries series, params TrajectoryMarker[] markers) => [.. new TrendChart(series, markers, 50, new Dictionary<int, string>()).Lines()];

    [Fact]
    public void The_first_and_the_last_measurement_stand_at_the_edges_at_their_height()
    {
        var lines = Drawn(Series(10, (0, 46), (50, 20)));
        Assert.All(lines, l => Assert.Equal(lines[0].Length, l.Length));
        var (first, last) = (lines.Single(l => l.EndsWith('●')), lines.Single(l => l.Contains("│●", StringComparison.Ordinal) || l.Contains("┤●", StringComparison.Ordinal)));
        Assert.StartsWith("     20 ┤", first, StringComparison.Ordinal);
        Assert.Contains('─', last);
        Assert.Equal("2026-03-02", lines[^1].Trim()[..10]);
        Assert.EndsWith("2026-04-21", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_band_of_no_important_change_lies_around_the_baseline()
    {
        var shaded = Drawn(Series(10, (0, 46), (50, 20))).Where(l => l.Contains('░', StringComparison.Ordinal)).ToList();
        var labels = shaded.Select(l => l[..7].Trim()).Where(l => l.Length > 0).ToList();
        Assert.Equal(["50", "40"], labels);
        Assert.DoesNotContain(Drawn(Series(null, (0, 46), (50, 20))), l => l.Contains('░', StringComparison.Ordinal));
    }

    [Fact]
    public void What_else_happened_is_a_line_with_a_letter_and_no_letter_covers_another()
    {
        var marker = new TrajectoryMarker { OccurredAt = Day(50) };
        var lines = Drawn(Series(10, (0, 46), (50, 20)), marker, marker, new() { OccurredAt = Day(25) });
        Assert.Equal(["a", "b", "c"], lines[0].Where(char.IsLetter).Select(c => c.ToString()).Order());
        Assert.EndsWith("ba", lines[0], StringComparison.Ordinal);
        Assert.Equal('┊', lines[2][lines[0].IndexOf('c', StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_measurement_without_a_score_stands_at_the_bottom() => Assert.EndsWith("×", Drawn(Series(null, (0, 46), (50, null)))[^3], StringComparison.Ordinal);

    [Fact]
    public void A_single_measurement_is_drawn_too() => Assert.Single(Drawn(Series(null, (0, 46))), l => l.Contains('●', StringComparison.Ordinal));

    [Fact]
    public void Every_score_of_every_range_is_drawn()
    {
        foreach (var (least, most) in new[] { (0.0, 0.0), (0, 1e-6), (-0.573, 1), (0, 1200), (22.5, 57), (99.999, 100) })
        {
            var series = Series(null, (0, least), (1, most));
            (series.Score.Minimum, series.Score.Maximum) = (least, most);
            Assert.Equal(2, string.Concat(Drawn(series)).Count(c => c == '●'));
        }
    }

    [Fact]
    public void A_status_is_labelled_by_its_words()
    {
        var chart = new TrendChart(Series(null, (0, 3), (50, 0)), [], 60, new Dictionary<int, string> { [0] = "full duty", [1] = "all hours", [2] = "fewer hours", [3] = "off work" });
        Assert.Equal(["off work", "fewer hours", "all hours", "full duty"], chart.Lines().Where(l => l.Contains('┤', StringComparison.Ordinal)).Select(l => l[..l.IndexOf('┤', StringComparison.Ordinal)].Trim()));
    }
}
