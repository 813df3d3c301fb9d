using System.CommandLine;

namespace CareTeam.Benchmarks;

internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var only = new Option<string[]>("--only") { Description = "Only these parts", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(BenchmarkPlan.AllParts);
        var rounds = new Option<int>("--rounds") { Description = "Interleaved rounds; medians are taken over them", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "Seconds measured in each round, after a second of warm-up", DefaultValueFactory = _ => 2 };
        var writers = new Option<int[]>("--writers")
        {
            Description = "How many work at once",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [1, 8, 32],
        };
        var json = new Option<string?>("--json") { Description = "A file that gets all figures too" };
        var command = new RootCommand("Speed of CareTeam, as a ratio to raw SQL of the same rows") { only, rounds, seconds, writers, json };
        command.SetAction(async (parsed, _) =>
        {
            await Run(new BenchmarkPlan(
                parsed.GetValue(only) is { Length: > 0 } some ? some : BenchmarkPlan.AllParts,
                parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(writers)!, parsed.GetValue(json)));
            return 0;
        });
        return command.Parse(args).InvokeAsync();
    }

    private static async Task Run(BenchmarkPlan plan)
    {
        await using var site = await Site.Open();
        var report = new Report(plan);
        report.Say($"{Environment.ProcessorCount} processors, {site.Postgres}, .NET {Environment.Version}; " +
            $"medians of {plan.Rounds} interleaved rounds of {plan.Seconds:0.#} s, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
        if (plan.Parts.Contains("writes")) await Writes.WriteBenchmark.Run(site, plan, report);
        if (plan.Parts.Contains("reads")) await Reads.ReadBenchmark.Run(site, plan, report);
        if (plan.Parts.Contains("growth")) await Growth.GrowthBenchmark.Run(site, plan, report);
        if (plan.Parts.Contains("year")) await Year.YearBenchmark.Run(site, plan, report);
        if (plan.Parts.Contains("volume")) await Volume.VolumeBenchmark.Run(site, plan, report);
        if (plan.Parts.Contains("live")) await Live.LiveBenchmark.Run(site, plan, report);
        await report.Save();
    }
}
