namespace CareTeam.Benchmarks.Live;

/// <summary>What it costs the writers that other nodes are told: a node alone, and the same node with another one listening.</summary>
internal static class RingingBenchmark
{
    private const int Writers = 32;

    /// <summary>Longer than a node takes to find out that it is alone; before that, longer than one takes to start.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(12);

    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        var store = await site.NewStore("ringing");
        var plans = await new Seed(store.InProcess).Plans(Writers * 50);
        await store.Analyze();
        var token = store.Server.Token(Staff.Therapist);
        var channels = new Channels(store.Server);
        var workers = Enumerable.Range(0, Writers).Select(i => (IWorker)new Writes.GrpcWriter(channels.Of(i), token, [.. plans.Where((_, p) => p % Writers == i)])).ToList();
        await Load.UntilWarm(workers);
        var processors = new ProcessorMeter(site, store);
        var (alone, heard) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            await using (await ServerProcess.Start(store.ConnectionString))
            {
                await Task.Delay(Settling);
                heard.Add(await Load.For(workers, plan.WarmUp, plan.Measured, processors));
            }
            await Task.Delay(Settling);
            alone.Add(await Load.For(workers, plan.WarmUp, plan.Measured, processors));
        }
        var ratios = heard.Zip(alone, (h, a) => h.Rate / a.Rate).ToList();
        report.Table(
            $"Notes a second over gRPC, {Writers} writers", ["node", "a second", "ratio", "p50 ms", "p99 ms", "CPU us: server", "PostgreSQL"],
            [Row("alone", Sample.Median(alone), 1), Row("another node is told of each", Sample.Median(heard), Sample.Middle(ratios, r => r))]);
        report.Keep("ringing", new { alone, heard });
    }

    private static IReadOnlyList<object> Row(string name, Sample s, double ratio) => [name, s.Rate, ratio, s.P50, s.P99, s.ServerMicroseconds, s.PostgresMicroseconds];
}
