using Grpc.Core;

namespace CareTeam.Benchmarks.Live;

/// <summary>Watchers that read beside some that never do: what the ones cost the others. Each event has 10 kB, so that what the connection holds is soon full.</summary>
internal static class SlowWatcherBenchmark
{
    private const int Fast = 100;
    private const int Slow = 10;
    private const int Events = 100;
    private const int EventCharacters = 10_000;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    public static async Task Run(LiveSite site, BenchmarkPlan plan, Report report)
    {
        var (without, with) = (new List<Percentiles>(), new List<Percentiles>());
        for (var round = 0; round < plan.Rounds; round++)
        {
            without.Add(await Round(site, 0));
            with.Add(await Round(site, Slow));
        }
        var (alone, beside) = (Percentiles.Median(without), Percentiles.Median(with));
        report.Table(
            $"{Fast} watchers of a plan that gets {Events} events of 10 kB, one each {Pace.TotalMilliseconds:0} ms; ms from commit to delivery", ["beside them", "p50", "p99"],
            [["nobody", alone.P50, alone.P99], [$"{Slow} watchers that never read", beside.P50, beside.P99]]);
        report.Keep("slowWatchers", new { alone, beside });
    }

    private static async Task<Percentiles> Round(LiveSite site, int slow)
    {
        var planId = await site.NewPlan();
        var server = site.Committing;
        var headers = new Metadata { { "authorization", $"Bearer {Crew.Token(server, 0)}" } };
        var idle = Enumerable.Range(0, slow).Select(_ => new LiveService.LiveServiceClient(server.NewChannel()).WatchPlan(new() { PlanId = planId }, headers)).ToList();
        await Task.WhenAll(idle.Select(call => call.ResponseHeadersAsync));
        await using var crew = await Crew.Open(server, overHub: false, Fast, planId, after: 3);
        var last = await new Ticker(server, planId).Submit(Events, Pace, EventCharacters);
        await crew.UntilAllHave(last);
        idle.ForEach(call => call.Dispose());
        // Of the second half: by then the slow ones are stuck.
        return Percentiles.Of(await new Arrivals(site.Sql, planId).Latencies(crew.Watchers, last - Events / 2 + 1, last));
    }
}
