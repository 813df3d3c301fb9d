using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Server.Tests.Live.Lists;

/// <summary>An open watch of a list; heartbeats pass unless they are waited for.</summary>
public sealed class ListWatching<TResponse>(IAsyncEnumerator<TResponse> items, Action<TResponse> take, Func<TResponse, bool> isHeartbeat) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The items up to the next heartbeat.</summary>
    public async Task<IReadOnlyList<TResponse>> UntilComplete()
    {
        var read = new List<TResponse>();
        for (var item = await Read(); !isHeartbeat(item); item = await Read()) read.Add(item);
        return read;
    }

    /// <summary>The next item that tells of a change.</summary>
    public async Task<TResponse> Next()
    {
        while (true)
            if (await Read() is var item && !isHeartbeat(item)) return item;
    }

    public async ValueTask DisposeAsync() => await items.DisposeAsync();

    private async Task<TResponse> Read()
    {
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(Patience), "The watch ended.");
        take(items.Current);
        return items.Current;
    }
}

/// <summary>Watches of lists over both transports.</summary>
public static class ListClients
{
    private static readonly JsonParser Json = new(JsonParser.Settings.Default);

    public static HeldList<CaseloadPlan> NewCaseload() => new(p => (p.Summary.PlanId, p.Version, p.Cursor));

    public static HeldList<WorklistPlan> NewWorklist() => new(p => (p.PlanId, p.Version, p.Cursor));

    public static ListWatching<WatchCaseloadResponse> Watch(this Clients clients, HeldList<CaseloadPlan> held, params PlanStatus[] statuses)
    {
        var call = clients.Live.WatchCaseload(new() { Statuses = { statuses }, Cursors = { held.Cursors } });
        return Watching(Items(call), held);
    }

    public static ListWatching<WatchWorklistResponse> Watch(this Clients clients, HeldList<WorklistPlan> held, WatchWorklistRequest wanted)
    {
        var request = wanted.Clone();
        request.Cursors.Add(held.Cursors);
        return Watching(Items(clients.Live.WatchWorklist(request)), held);
    }

    public static ListWatching<WatchCaseloadResponse> WatchOverHub(this HubConnection hub, HeldList<CaseloadPlan> held) =>
        Watching(Items<WatchCaseloadResponse>(hub, "WatchCaseload", new WatchCaseloadRequest { Cursors = { held.Cursors } }), held);

    public static ListWatching<WatchWorklistResponse> WatchOverHub(this HubConnection hub, HeldList<WorklistPlan> held, WatchWorklistRequest wanted)
    {
        var request = wanted.Clone();
        request.Cursors.Add(held.Cursors);
        return Watching(Items<WatchWorklistResponse>(hub, "WatchWorklist", request), held);
    }

    private static ListWatching<WatchCaseloadResponse> Watching(IAsyncEnumerator<WatchCaseloadResponse> items, HeldList<CaseloadPlan> held) =>
        new(items, i => held.Take(i.Plan, i.Removed, i.Heartbeat), i => i.Heartbeat is not null);

    private static ListWatching<WatchWorklistResponse> Watching(IAsyncEnumerator<WatchWorklistResponse> items, HeldList<WorklistPlan> held) =>
        new(items, i => held.Take(i.Plan, i.Removed, i.Heartbeat), i => i.Heartbeat is not null);

    private static async IAsyncEnumerator<T> Items<T>(AsyncServerStreamingCall<T> call)
    {
        using (call)
            while (await call.ResponseStream.MoveNext(CancellationToken.None)) yield return call.ResponseStream.Current;
    }

    private static async IAsyncEnumerator<T> Items<T>(HubConnection hub, string name, IMessage request) where T : IMessage, new()
    {
        var json = JsonDocument.Parse(JsonFormatter.Default.Format(request)).RootElement;
        await foreach (var item in hub.StreamAsync<JsonElement>(name, json)) yield return Json.Parse<T>(item.GetRawText());
    }
}
