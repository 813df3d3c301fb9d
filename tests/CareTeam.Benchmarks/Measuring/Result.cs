namespace CareTeam.Benchmarks.Measuring;

/// <summary>A layer with so many workers: its medians, and the median of its rounds' ratios to the first layer of the same round.</summary>
public sealed record Result(string Layer, int Workers, Sample Median, double Ratio, IReadOnlyList<Sample> Rounds)
{
    public static IReadOnlyList<string> Columns(string workers) =>
        ["layer", workers, "a second", "ratio", "p50 ms", "p99 ms", "CPU us: bench", "server", "PostgreSQL"];

    public IReadOnlyList<object> Row() =>
        [Layer, Workers, Median.Rate, Ratio, Median.P50, Median.P99, Median.ClientMicroseconds, Median.ServerMicroseconds, Median.PostgresMicroseconds];
}
