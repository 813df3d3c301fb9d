namespace CareTeam.Benchmarks;

/// <summary>What to measure, and how long.</summary>
public sealed record BenchmarkPlan(IReadOnlyList<string> Parts, int Rounds, double Seconds, IReadOnlyList<int> Writers, string? JsonFile)
{
    public static readonly string[] AllParts = ["writes", "reads", "growth", "year", "volume", "live"];

    public TimeSpan WarmUp { get; } = TimeSpan.FromSeconds(Math.Min(1, Seconds));

    public TimeSpan Measured { get; } = TimeSpan.FromSeconds(Seconds);

    public int MostWriters => Writers.Max();
}
