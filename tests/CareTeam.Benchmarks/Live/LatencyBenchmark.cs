namespace CareTeam.Benchmarks.Live;

/// <summary>From the commit to the hands of each watcher: on the node that committed and on another, over gRPC and SignalR, beside a raw NOTIFY.</summary>
internal static class LatencyBenchmark
{
    private const int Events = 20;
    private const int RawTimes = 500;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly int[] Sizes = [1, 100, 1_000];

    public static async Task Run(LiveSite site, BenchmarkPlan plan, Report report)
    {
        var raw = new List<Percentiles>();
        var rounds = new Dictionary<(int Size, bool OverHub, bool Across), List<Percentiles>>();
        await using (var notify = await RawNotify.Open(site.ConnectionString))
        {
            foreach (var size in Sizes)
                for (var round = 0; round < plan.Rounds; round++)
                {
                    raw.Add(Percentiles.Of(await notify.Latencies(RawTimes)));
                    foreach (var (overHub, across) in new[] { (false, false), (false, true), (true, false), (true, true) })
                    {
                        var its = rounds.TryGetValue((size, overHub, across), out var known) ? known : rounds[(size, overHub, across)] = [];
                        its.Add(await Round(site, size, overHub, across));
                    }
                }
        }
        var medians = rounds.ToDictionary(r => r.Key, r => Percentiles.Median(r.Value));
        var rawMedian = Percentiles.Median(raw);
        report.Table(
            $"Commit to delivery, a note each {Pace.TotalMilliseconds:0} ms; ms, p50 / p99. Raw NOTIFY from one connection to another: {rawMedian.P50:0.00} / {rawMedian.P99:0.00}",
            ["watchers of one plan", "gRPC, same node", "gRPC, other node", "SignalR, same node", "SignalR, other node"],
            Sizes.Select(size => (IReadOnlyList<object>)[size, Cell(size, false, false), Cell(size, false, true), Cell(size, true, false), Cell(size, true, true)]));
        report.Keep("liveLatency", new { raw = rawMedian, medians = medians.Select(m => new { m.Key.Size, m.Key.OverHub, m.Key.Across, m.Value }) });

        string Cell(int size, bool overHub, bool across) => $"{medians[(size, overHub, across)].P50:0.0} / {medians[(size, overHub, across)].P99:0.0}";
    }

    private static async Task<Percentiles> Round(LiveSite site, int size, bool overHub, bool across)
    {
        var planId = await site.NewPlan();
        await using var crew = await Crew.Open(across ? site.Other : site.Committing, overHub, size, planId, after: 3);
        var ticker = new Ticker(site.Committing, planId);
        // The first ones warm up the connections.
        await crew.UntilAllHave(await ticker.Submit(5, Pace));
        var last = await ticker.Submit(Events, Pace);
        await crew.UntilAllHave(last);
        return Percentiles.Of(await new Arrivals(site.Sql, planId).Latencies(crew.Watchers, last - Events + 1, last));
    }
}
