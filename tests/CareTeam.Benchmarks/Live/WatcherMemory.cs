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

    private const int WarmUp = 50;

    /// <summary>Before anything else: memory that was in use once stays with a process.</summary>
    public static async Task Run(LiveSite site, Report report)
    {
        var screen = Staff.New("screen", "Screen", Role.Display);
        var planId = await site.NewPlan();
        await site.Seed.Plans(Plans);
        var watch = await Heap<WatchPlanRequest, WatchPlanResponse>(site, new() { PlanId = planId }, screen, item => item.Heartbeat is not null, Watchers);
        var list = await Heap<WatchCaseloadRequest, WatchCaseloadResponse>(site, new(), screen, item => item.Heartbeat is not null, 1);
        var lists = await Heap<WatchCaseloadRequest, WatchCaseloadResponse>(site, new(), screen, item => item.Heartbeat is not null, Watchers);
        var rows = new List<IReadOnlyList<object>>
        {
            new object[] { "WatchPlan, the watch alone (managed heap)", watch / Watchers },
            new object[] { "WatchCaseload, the watch alone (managed heap)", (lists - list) / (Watchers - 1) },
            new object[] { $"the list, shared by all who see it: {Plans:N0} plans (managed heap)", list },
            new object[] { "WatchPlan over gRPC, 50 on a connection (growth of the server process)", await Growth(site, overHub: false, planId) },
            new object[] { "WatchPlan over SignalR, each on its WebSocket (growth of the server process)", await Growth(site, overHub: true, planId) },
        };
        report.Table($"Memory of a watcher, {Watchers:N0} at once", ["what", "kB"], rows);
        report.Keep("watcherMemory", rows);
    }

    /// <summary>Kilobytes a watcher, in a server process that has only seen a few before.</summary>
    private static async Task<double> Growth(LiveSite site, bool overHub, string planId)
    {
        await using var server = await ServerProcess.Start(site.ConnectionString);
        await (await Crew.Open(server, overHub, WarmUp, planId, after: 0)).DisposeAsync();
        var before = Resident(server.ProcessId);
        await using var crew = await Crew.Open(server, overHub, Watchers, planId, after: 0);
        await crew.UntilAllHave(await new Ticker(site.Committing, planId).Submit(10, TimeSpan.FromMilliseconds(100)));
        return (Resident(server.ProcessId) - before) / 1024.0 / Watchers;
    }

    /// <summary>Kilobytes that so many open watches hold, each live.</summary>
    private static async Task<double> Heap<TRequest, TResponse>(LiveSite site, TRequest request, Caller caller, Func<TResponse, bool> isLive, int count)
        where TRequest : Google.Protobuf.IMessage
        where TResponse : Google.Protobuf.IMessage
    {
        // What is made once only is there already.
        await Held(1);
        return await Held(count);

        async Task<double> Held(int open)
        {
            var useCase = site.InProcess.Services.GetRequiredService<StreamUseCase<TRequest, FeedItem<TResponse>>>();
            using var end = new CancellationTokenSource();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var waiting = new List<(IAsyncEnumerator<FeedItem<TResponse>> Watch, Task<bool> Next)>(open);
            for (var i = 0; i < open; i++)
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
    }

    private static long Resident(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
