using Google.Protobuf;
using Microsoft.AspNetCore.SignalR;

namespace CareTeam.EndToEnd.Tests.Soak;

/// <summary>Watches over gRPC or the hub and goes on where it was, whatever happens to the connection; now and then it hangs up by itself.</summary>
internal abstract class SoakWatcher(Random random)
{
    private int reconnects;

    public int Reconnects => reconnects;

    /// <summary>Items taken, heartbeats not counted.</summary>
    public int Taken { get; protected set; }

    public async Task Run(Func<bool> isCalm, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(end);
            var left = random.Next(50, 2_000);
            try
            {
                await foreach (var _ in Items(hangUp.Token))
                    if (--left <= 0 && !isCalm()) break;
            }
            catch (Exception e) when (e is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled or StatusCode.Unknown }
                or HttpRequestException or IOException or System.Net.WebSockets.WebSocketException or HubException or InvalidOperationException or OperationCanceledException)
            {
                // A hub client is told in text; what is no outage would come again and again, and the watcher would never get to its end.
                if (end.IsCancellationRequested) return;
                await Task.Delay(random.Next(20, 200), CancellationToken.None);
            }
            Interlocked.Increment(ref reconnects);
        }
    }

    /// <summary>One for each item that was taken.</summary>
    protected abstract IAsyncEnumerable<IMessage> Items(CancellationToken cancel);
}

internal sealed class SoakPlanWatcher(SoakClinic clinic, string token, bool overHub, string planId, Random random) : SoakWatcher(random)
{
    private readonly LiveService.LiveServiceClient live = new(clinic.Grpc(token));
    private readonly List<int> versions = [];

    public string PlanId => planId;

    public int[] Versions
    {
        get
        {
            lock (versions) return [.. versions];
        }
    }

    protected override async IAsyncEnumerable<IMessage> Items([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var after = Versions.LastOrDefault();
        var items = overHub
            ? clinic.Hub<WatchPlanResponse>(token, "WatchPlan", [planId, after], cancel)
            : live.WatchPlan(new() { PlanId = planId, AfterVersion = after }, cancellationToken: cancel).ResponseStream.ReadAllAsync(cancel);
        await foreach (var item in items)
        {
            if (item.Event is { } e)
            {
                lock (versions) versions.Add(e.Version);
                Taken++;
            }
            yield return item;
        }
    }
}

internal abstract class SoakListWatcher(Random random) : SoakWatcher(random)
{
    public abstract IReadOnlyList<object> Held();

    /// <summary>The same, read from the lists.</summary>
    public abstract Task<IReadOnlyList<object>> Listed();
}

internal sealed class SoakCaseloadWatcher(SoakClinic clinic, string token, bool overHub, Random random) : SoakListWatcher(random)
{
    private readonly LiveService.LiveServiceClient live = new(clinic.Grpc(token));
    private readonly PlanService.PlanServiceClient plans = new(clinic.Grpc(token));
    private readonly HeldList<CaseloadPlan> held = new(p => (p.Summary.PlanId, p.Version, p.Cursor));

    public override IReadOnlyList<object> Held()
    {
        lock (held) return [.. held.Plans.Values.OrderBy(p => p.Summary.PlanId, StringComparer.Ordinal).Select(p => (p.Summary, p.Version))];
    }

    public override async Task<IReadOnlyList<object>> Listed()
    {
        var listed = new List<object>();
        foreach (var summary in (await plans.ListPlansAsync(new() { PageSize = 500 })).Plans.OrderBy(p => p.PlanId, StringComparer.Ordinal))
            listed.Add((summary, (await plans.GetPlanAsync(new() { PlanId = summary.PlanId })).Plan.Version));
        return listed;
    }

    protected override async IAsyncEnumerable<IMessage> Items([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new WatchCaseloadRequest { Cursors = { held.Cursors } };
        var items = overHub
            ? clinic.Hub<WatchCaseloadResponse>(token, "WatchCaseload", [Json.Of(request)], cancel)
            : live.WatchCaseload(request, cancellationToken: cancel).ResponseStream.ReadAllAsync(cancel);
        await foreach (var item in items)
        {
            lock (held) held.Take(item.Plan, item.Removed, item.Heartbeat);
            if (item.Heartbeat is null) Taken++;
            yield return item;
        }
    }
}

internal sealed class SoakWorklistWatcher(SoakClinic clinic, string token, bool overHub, WatchWorklistRequest wanted, Random random) : SoakListWatcher(random)
{
    private readonly LiveService.LiveServiceClient live = new(clinic.Grpc(token));
    private readonly TaskService.TaskServiceClient tasks = new(clinic.Grpc(token));
    private readonly HeldList<WorklistPlan> held = new(p => (p.PlanId, p.Version, p.Cursor));

    public override IReadOnlyList<object> Held()
    {
        lock (held) return [.. held.Plans.Values.SelectMany(p => p.Tasks).OrderBy(t => t.Task.TaskId, StringComparer.Ordinal)];
    }

    public override async Task<IReadOnlyList<object>> Listed()
    {
        var request = new ListTasksRequest { AssigneeId = wanted.AssigneeId, Discipline = wanted.Discipline, Statuses = { wanted.Statuses }, PageSize = 500 };
        var listed = new List<ListedTask>();
        do
        {
            var page = await tasks.ListTasksAsync(request);
            listed.AddRange(page.Tasks);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. listed.OrderBy(t => t.Task.TaskId, StringComparer.Ordinal)];
    }

    protected override async IAsyncEnumerable<IMessage> Items([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var request = wanted.Clone();
        request.Cursors.Add(held.Cursors);
        var items = overHub
            ? clinic.Hub<WatchWorklistResponse>(token, "WatchWorklist", [Json.Of(request)], cancel)
            : live.WatchWorklist(request, cancellationToken: cancel).ResponseStream.ReadAllAsync(cancel);
        await foreach (var item in items)
        {
            lock (held) held.Take(item.Plan, item.Removed, item.Heartbeat);
            if (item.Heartbeat is null) Taken++;
            yield return item;
        }
    }
}

internal static class Json
{
    public static System.Text.Json.JsonElement Of(IMessage message) => System.Text.Json.JsonDocument.Parse(JsonFormatter.Default.Format(message)).RootElement;
}
