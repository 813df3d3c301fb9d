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
        var reader = Staff.New("reader", "Reader", Role.Administrator);
        var planId = await site.NewPlan();
        await site.Seed.Plans(Plans);
        var watch = await Heap<WatchPlanRequest, WatchPlanResponse>(site, new() { PlanId = planId }, reader, item => item.Heartbeat is not null);
        var list = await Heap<WatchCaseloadRequest, WatchCaseloadResponse>(site, new(), reader, item => item.Heartbeat is not null);
        var rows = new List<IReadOnlyList<object>>
        {
            new object[] { "WatchPlan, the watch alone (managed heap)", watch.Each },
            new object[] { "WatchCaseload, the watch alone (managed heap)", list.Each },
            new object[] { $"the list itself, shared by all who see it: {Plans:N0} plans (managed heap)", list.First },
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

    /// <summary>Kilobytes that the first open watch holds with all that it needs, and each of a thousand more.</summary>
    private static async Task<(double First, double Each)> Heap<TRequest, TResponse>(LiveSite site, TRequest request, Caller caller, Func<TResponse, bool> isLive)
        where TRequest : Google.Protobuf.IMessage
        where TResponse : Google.Protobuf.IMessage
    {
        var useCase = site.InProcess.Services.GetRequiredService<StreamUseCase<TRequest, FeedItem<TResponse>>>();
        // What is made once only is there already.
        await using (var once = new OpenWatches<TRequest, TResponse>(useCase, request, caller, isLive)) await once.Open(1);

        await using var watches = new OpenWatches<TRequest, TResponse>(useCase, request, caller, isLive);
        var nothing = Used();
        await watches.Open(1);
        var first = Used();
        await watches.Open(Watchers);
        return (first - nothing, (Used() - first) / Watchers);
    }

    private static double Used()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true) / 1024.0;
    }

    private static long Resident(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/status").Single(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}

/// <summary>Watches of one thing, each live and waiting.</summary>
internal sealed class OpenWatches<TRequest, TResponse>(StreamUseCase<TRequest, FeedItem<TResponse>> useCase, TRequest request, Caller caller, Func<TResponse, bool> isLive) : IAsyncDisposable
    where TRequest : Google.Protobuf.IMessage
    where TResponse : Google.Protobuf.IMessage
{
    private readonly CancellationTokenSource end = new();
    private readonly List<(IAsyncEnumerator<FeedItem<TResponse>> Watch, Task<bool> Next)> waiting = [];

    public async Task Open(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var watch = useCase.Items(request, caller, end.Token).GetAsyncEnumerator(end.Token);
            do await watch.MoveNextAsync();
            while (!isLive(watch.Current.Message));
            waiting.Add((watch, watch.MoveNextAsync().AsTask()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        foreach (var (watch, next) in waiting)
        {
            await next.ContinueWith(_ => { }, TaskScheduler.Default);
            await watch.DisposeAsync();
        }
        end.Dispose();
    }
}
