using System.Globalization;

namespace CareTeam.Cli.Outcomes;

/// <summary>
/// One series over time, drawn in characters: measurements, the baseline, the band around it within which no change is important (MCID), and where other things
/// happened. Lines of equal length, without colours, so that it reads the same in a file.
/// </summary>
public sealed class TrendChart
{
    private const int RowsPerStep = 3, MostSteps = 6, LeastLabelWidth = 7;
    private readonly IReadOnlyDictionary<int, string> ranks;
    private readonly TrajectorySeries series;
    private readonly IReadOnlyList<TrajectoryMarker> markers;
    private readonly char[][] cells;
    private readonly double bottom, step;
    private readonly DateTime first, last;
    private readonly int rows, columns, labelWidth;

    /// <param name="ranks">Words for the values of a status; empty: the values are numbers.</param>
    public TrendChart(TrajectorySeries series, IReadOnlyList<TrajectoryMarker> markers, int width, IReadOnlyDictionary<int, string> ranks)
    {
        (this.series, this.markers, this.ranks) = (series, markers, ranks);
        labelWidth = Math.Max(LeastLabelWidth, ranks.Values.Select(r => r.Length).DefaultIfEmpty().Max());
        columns = Math.Max(20, width - labelWidth - 2);
        var times = series.Points.Select(p => p.MeasuredAt.ToDateTime()).Concat(markers.Select(m => m.OccurredAt.ToDateTime())).ToList();
        (first, last) = (times.Min(), times.Max());
        var values = Scored.Select(p => p.Score.Value).ToList();
        if (Mcid is { } mcid) values.AddRange([Baseline - mcid, Baseline + mcid]);
        (bottom, step, var steps) = ranks.Count > 0
            ? (ranks.Keys.Min(), 1, Math.Max(1, ranks.Keys.Max() - ranks.Keys.Min()))
            : Scale(Math.Max(values.Min(), series.Score.Minimum), Math.Min(values.Max(), series.Score.Maximum));
        rows = steps * RowsPerStep + 1;
        cells = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Repeat(' ', columns).ToArray())];
        Band();
        Markers();
        Line();
    }

    /// <summary>Letters for as many markers as there are.</summary>
    public static char Letter(int marker) => (char)('a' + marker);

    public static int MostMarkers => 26;

    private IEnumerable<TrajectoryPoint> Scored => series.Points.Where(p => p.Score.HasValue);

    private double Baseline => series.Points.First(p => p.OutcomeId == series.BaselineOutcomeId).Score.Value;

    private double? Mcid => series.Score.Mcid is { HasAbsolute: true, AppliesTo: "" } mcid ? mcid.Absolute : null;

    public IEnumerable<string> Lines()
    {
        yield return Labelled("", Letters());
        for (var row = 0; row < rows; row++)
            yield return Labelled(row % RowsPerStep == 0 ? Label(bottom + (rows - 1 - row) / RowsPerStep * step) : "", new string(cells[row]), row % RowsPerStep == 0 ? '┤' : '│');
        yield return Labelled("", new string('─', columns), '└');
        yield return Labelled("", Days(), ' ');
    }

    private string Letters()
    {
        var line = Enumerable.Repeat(' ', columns).ToArray();
        // One beside the other where they would cover each other: to the right, and at the end to the left.
        foreach (var (i, marker) in markers.Index())
        {
            var column = Column(marker.OccurredAt.ToDateTime());
            var free = Enumerable.Range(column, columns - column).Concat(Enumerable.Range(0, column).Reverse()).FirstOrDefault(c => line[c] == ' ', column);
            line[free] = Letter(i);
        }
        return new string(line);
    }

    private void Band()
    {
        for (var row = 0; row < rows; row++)
            if (Mcid is { } mcid && Math.Abs(ValueAt(row) - Baseline) < mcid) Array.Fill(cells[row], '░');
        Array.Fill(cells[Row(Baseline)], '─');
    }

    private void Markers()
    {
        foreach (var marker in markers)
            for (var row = 0; row < rows; row++) cells[row][Column(marker.OccurredAt.ToDateTime())] = '┊';
    }

    private void Line()
    {
        TrajectoryPoint? before = null;
        foreach (var point in Scored)
        {
            if (before is not null) Between(before, point);
            before = point;
        }
        foreach (var point in Scored) cells[Row(point.Score.Value)][Column(point.MeasuredAt.ToDateTime())] = '●';
        foreach (var point in series.Points.Where(p => !p.Score.HasValue)) cells[rows - 1][Column(point.MeasuredAt.ToDateTime())] = '×';
    }

    private void Between(TrajectoryPoint from, TrajectoryPoint to)
    {
        var (left, right) = (Column(from.MeasuredAt.ToDateTime()), Column(to.MeasuredAt.ToDateTime()));
        for (var column = left + 1; column < right; column++)
            cells[Row(from.Score.Value + (to.Score.Value - from.Score.Value) * (column - left) / (right - left))][column] = '∙';
    }

    private string Days()
    {
        var (start, end) = (Day(first), first == last ? "" : Day(last));
        return columns >= start.Length + end.Length + 1 ? start + end.PadLeft(columns - start.Length) : start.PadRight(columns);
    }

    private int Column(DateTime time) => first == last ? columns / 2 : (int)Math.Round((time - first).TotalSeconds / (last - first).TotalSeconds * (columns - 1));

    private int Row(double value) => Math.Clamp(rows - 1 - (int)Math.Round((value - bottom) / step * RowsPerStep), 0, rows - 1);

    private double ValueAt(int row) => bottom + (rows - 1 - row) * step / RowsPerStep;

    /// <summary>Steps of 1, 2, 2.5 or 5 times a power of ten, so that every label is a round number.</summary>
    private static (double Bottom, double Step, int Steps) Scale(double least, double most)
    {
        if (most - least < 1e-9) (least, most) = (least - 1, most + 1);
        for (var power = Math.Pow(10, Math.Floor(Math.Log10((most - least) / MostSteps))); ; power *= 10)
        {
            foreach (var size in new[] { 1, 2, 2.5, 5 })
            {
                var (bottom, top) = (Math.Floor(least / (size * power) + 1e-9), Math.Ceiling(most / (size * power) - 1e-9));
                if (top - bottom <= MostSteps) return (bottom * size * power, size * power, (int)(top - bottom));
            }
        }
    }

    private string Labelled(string label, string line, char axis = ' ') => $"{label.PadLeft(labelWidth)} {axis}{line}";

    private string Label(double value) => ranks.GetValueOrDefault((int)value) ?? value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Day(DateTime time) => time.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
