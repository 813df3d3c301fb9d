using System.Globalization;
using CareTeam.Server.Access;
using CareTeam.Server.Live;
using CareTeam.Server.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Benchmarks.Live;

/// <summary>Memory of a watcher: what the server process grows by with its connection, and what of it is the watch itself.</summary>
internal static class WatcherMemory
{
    private const int Watchers = 1_000;
    private const int Plans = 5_000;

    public static async Task Run(LiveSite site, Report report)
    {
        var planId = await site.NewPlan();
        var rows = new List<IReadOnlyList<object>>();
        foreach (var overHub in new[] { false, true })
        {
            var before = Resident(site.Other.ProcessId);
            await using var crew = await Crew.Open(site.Other, overHub, Watchers, planId, after: 0);
            await crew.UntilAllHave(await new Ticker(site.Committing, planId).Submit(20, TimeSpan.FromMilliseconds(100)));
            rows.Add([overHub ? "WatchPlan over SignalR, with its WebSocket (growth of the process)" : "WatchPlan over gRPC, 50 a connection (growth of the process)", (Resident(site.Other.ProcessId) - before) / 1024.0 / Watchers]);
        }
        rows.Add(["WatchPlan, the watch alone (managed heap)", await Heap(site, new WatchPlanRequest { PlanId = planId }, Staff.New("screen", "Screen", Role.Display), (WatchPlanResponse item) => item.Heartbeat is not null) / Watchers]);

        await site.Seed.Plans(Plans);
        var screen = Staff.New("screen", "Screen", Role.Display);
        var first = await Heap(site, new WatchCaseloadRequest(), screen, (WatchCaseloadResponse item) => item.Heartbeat is not null, 1);
        rows.Add([$"the list itself: a caseload of {Plans:N0} plans, shared by all who see it (managed heap)", first]);
        rows.Add(["WatchCaseload of it, one more watcher (managed heap)", (await Heap(site, new WatchCaseloadRequest(), screen, (WatchCaseloadResponse item) => item.Heartbeat is not null, Watchers) - first) / (Watchers - 1)]);
        report.Table($"Memory of a watcher, {Watchers:N0} at once", ["what", "kB"], rows);
        report.Keep("watcherMemory", rows);
    }

    /// <summary>Kilobytes that so many open watches hold, each live.</summary>
    private static async Task<double> Heap<TRequest, TResponse>(LiveSite site, TRequest request, Caller caller, Func<TResponse, bool> isLive, int count = Watchers)
        where TRequest : Google.Protobuf.IMessage
        where TResponse : Google.Protobuf.IMessage
    {
        var useCase = site.InProcess.Services.GetRequiredService<StreamUseCase<TRequest, FeedItem<TResponse>>>();
        using var end = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var waiting = new List<(IAsyncEnumerator<FeedItem<TResponse>> Watch, Task<bool> Next)>(count);
        for (var i = 0; i < count; i++)
        {
            var watch = useCase.Items(request, caller, end.Token).GetAsyncEnumerator(end.Token);
            do await watch.MoveNextAsync();
            while (!isLive(watch.Current.Message));
            waiting.Add((watch, watch.MoveNextAsync().AsTask()));
        }
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await end.CancelAsync();
        foreach (var (watch, next) in waiting)
        {
            await next.ContinueWith(_ => { }, TaskScheduler.Default);
            await watch.DisposeAsync();
        }
        return held / 1024.0;
    }

    private static long Resident(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
