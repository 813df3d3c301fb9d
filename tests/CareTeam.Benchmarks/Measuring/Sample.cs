namespace CareTeam.Benchmarks.Measuring;

/// <summary>One round of one layer: how many a second, how long each took in milliseconds, and microseconds of processor time each cost.</summary>
public sealed record Sample(double Rate, double P50, double P99, double ClientMicroseconds, double ServerMicroseconds, double PostgresMicroseconds)
{
    public static Sample Of(List<TimeSpan> latencies, TimeSpan elapsed, ProcessorTimes used)
    {
        if (latencies.Count == 0) throw new InvalidOperationException("Nothing was done in the time measured.");
        latencies.Sort();
        return new(
            latencies.Count / elapsed.TotalSeconds, At(latencies, 0.50), At(latencies, 0.99),
            used.Client.TotalMicroseconds / latencies.Count, used.Server.TotalMicroseconds / latencies.Count, used.Postgres.TotalMicroseconds / latencies.Count);
    }

    /// <summary>Each figure's own median; of processor time, which is counted in hundredths of a second, the mean.</summary>
    public static Sample Median(IReadOnlyCollection<Sample> samples) => new(
        Middle(samples, s => s.Rate), Middle(samples, s => s.P50), Middle(samples, s => s.P99),
        samples.Average(s => s.ClientMicroseconds), samples.Average(s => s.ServerMicroseconds), samples.Average(s => s.PostgresMicroseconds));

    public static double Middle<T>(IReadOnlyCollection<T> values, Func<T, double> figure)
    {
        var sorted = values.Select(figure).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static double At(List<TimeSpan> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds;
}
