using CareTeam.V1;
using Grpc.Core;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>Reads a watch until it has what a test waits for.</summary>
public static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The events after a version up to another, read over gRPC.</summary>
    public static async Task<List<PlanEvent>> Events(this Clients clients, string planId, int after, int upTo)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var call = clients.Live.WatchPlan(new() { PlanId = planId, AfterVersion = after }, cancellationToken: deadline.Token);
        var events = new List<PlanEvent>();
        while (events.Count == 0 || events[^1].Version < upTo)
        {
            if (!await call.ResponseStream.MoveNext(deadline.Token)) throw new InvalidOperationException("The watch ended.");
            if (call.ResponseStream.Current.Event is { } e) events.Add(e);
        }
        return events;
    }

    public static async Task<RpcException> Error<T>(this AsyncServerStreamingCall<T> call)
    {
        using var deadline = new CancellationTokenSource(Patience);
        return await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(deadline.Token))
            {
            }
        });
    }
}

/// <summary>A watch of a plan that is live: the first heartbeat has come.</summary>
public sealed class Watch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly AsyncServerStreamingCall<WatchPlanResponse> call;

    private Watch(AsyncServerStreamingCall<WatchPlanResponse> call) => this.call = call;

    public static async Task<Watch> Live(Clients clients, string planId)
    {
        var version = (await clients.Plans.GetPlanAsync(new() { PlanId = planId })).Plan.Version;
        var watch = new Watch(clients.Live.WatchPlan(new() { PlanId = planId, AfterVersion = version }));
        Assert.NotNull((await watch.Item()).Heartbeat);
        return watch;
    }

    public async Task<PlanEvent> Next()
    {
        while (true)
            if ((await Item()).Event is { } e) return e;
    }

    public void Dispose() => call.Dispose();

    private async Task<WatchPlanResponse> Item()
    {
        using var deadline = new CancellationTokenSource(Patience);
        Assert.True(await call.ResponseStream.MoveNext(deadline.Token));
        return call.ResponseStream.Current;
    }
}
