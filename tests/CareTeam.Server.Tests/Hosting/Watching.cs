using CareTeam.V1;
using Grpc.Core;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>Reads a watch until it has what a test waits for.</summary>
public static class Watching
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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
