namespace CareTeam.Benchmarks.Live;

/// <summary>Of one round, in milliseconds; of several, the medians.</summary>
internal sealed record Percentiles(double P50, double P99)
{
    public static Percentiles Of(double[] sorted) => new(sorted[(int)((sorted.Length - 1) * 0.50)], sorted[(int)((sorted.Length - 1) * 0.99)]);

    public static Percentiles Median(IReadOnlyCollection<Percentiles> rounds) => new(Sample.Middle(rounds, r => r.P50), Sample.Middle(rounds, r => r.P99));
}
