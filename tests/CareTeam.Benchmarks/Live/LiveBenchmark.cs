namespace CareTeam.Benchmarks.Live;

/// <summary>How fast a change is in everybody's hands, and what watching costs.</summary>
internal static class LiveBenchmark
{
    public static async Task Run(Site site, BenchmarkPlan plan, Report report)
    {
        await using (var live = await LiveSite.Open())
        {
            await WatcherMemory.Run(live, report);
            await LatencyBenchmark.Run(live, plan, report);
            await SlowWatcherBenchmark.Run(live, plan, report);
        }
        await RingingBenchmark.Run(site, plan, report);
    }
}
