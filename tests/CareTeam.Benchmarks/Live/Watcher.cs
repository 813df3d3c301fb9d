using System.Runtime.CompilerServices;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Benchmarks.Live;

/// <summary>Follows a plan and notes when each event came.</summary>
internal abstract class Watcher : IAsyncDisposable
{
    private readonly List<(int Version, DateTime At)> taken = [];
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task reading = Task.CompletedTask;
    private int newest;

    public int Newest => Volatile.Read(ref newest);

    /// <summary>Ends with the first heartbeat.</summary>
    public Task Open(string planId, int after)
    {
        reading = Task.Run(() => Read(planId, after));
        return live.Task;
    }

    public IEnumerable<(int Version, DateTime At)> Taken(int from, int to)
    {
        lock (taken) return [.. taken.Where(t => t.Version >= from && t.Version <= to)];
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        end.Dispose();
        await Close();
    }

    /// <summary>The version of each event; 0 for a heartbeat.</summary>
    protected abstract IAsyncEnumerable<int> Versions(string planId, int after, CancellationToken cancel);

    protected virtual ValueTask Close() => ValueTask.CompletedTask;

    private async Task Read(string planId, int after)
    {
        try
        {
            await foreach (var version in Versions(planId, after, end.Token))
            {
                var now = DateTime.UtcNow;
                if (version == 0)
                {
                    live.TrySetResult();
                    continue;
                }
                lock (taken) taken.Add((version, now));
                Volatile.Write(ref newest, version);
            }
        }
        catch (Exception e) when (end.IsCancellationRequested && e is RpcException or OperationCanceledException or ObjectDisposedException)
        {
            // It was told to end.
        }
        catch (Exception e)
        {
            live.TrySetException(e);
            throw;
        }
    }
}

internal sealed class GrpcWatcher(GrpcChannel channel, string token) : Watcher
{
    protected override async IAsyncEnumerable<int> Versions(string planId, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var headers = new Metadata { { "authorization", $"Bearer {token}" } };
        using var call = new LiveService.LiveServiceClient(channel).WatchPlan(new() { PlanId = planId, AfterVersion = after }, headers, cancellationToken: cancel);
        while (await call.ResponseStream.MoveNext(cancel)) yield return call.ResponseStream.Current.Event?.Version ?? 0;
    }
}

internal sealed class HubWatcher(string address, string token) : Watcher
{
    private readonly HubConnection hub = new HubConnectionBuilder().WithUrl(address, o =>
    {
        o.AccessTokenProvider = () => Task.FromResult<string?>(token);
        o.Transports = HttpTransportType.WebSockets;
        o.SkipNegotiation = true;
    }).Build();

    protected override async IAsyncEnumerable<int> Versions(string planId, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await hub.StartAsync(cancel);
        await foreach (var item in hub.StreamAsync<JsonElement>("WatchPlan", planId, after, cancel))
            yield return item.TryGetProperty("event", out var e) ? e.GetProperty("version").GetInt32() : 0;
    }

    protected override ValueTask Close() => hub.DisposeAsync();
}
