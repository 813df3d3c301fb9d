using System.Runtime.CompilerServices;
using CareTeam.Server.Tests.Live.Lists;

namespace CareTeam.Server.Tests.Live;

/// <summary>After a few items each time, while it is not calm, its connection is cut.</summary>
internal abstract class RestlessWatcher(RestlessCluster cluster)
{
    public Task Run(CancellationToken calm, CancellationToken end) => cluster.Watch(
        async (node, cancel) =>
        {
            var left = 1 + cluster.Any(40);
            await foreach (var _ in Items(node, cancel))
                if (!calm.IsCancellationRequested && --left == 0) return;
        },
        end);

    /// <summary>One for each item that was taken.</summary>
    protected abstract IAsyncEnumerable<int> Items(ServerNode node, CancellationToken cancel);

    protected static async IAsyncEnumerable<int> Read<T>(AsyncServerStreamingCall<T> call, Action<T> take, [EnumeratorCancellation] CancellationToken cancel)
    {
        using (call)
        {
            while (await call.ResponseStream.MoveNext(cancel))
            {
                take(call.ResponseStream.Current);
                yield return 0;
            }
        }
    }
}

internal sealed class RestlessPlanWatcher(RestlessCluster cluster, Someone who, string planId) : RestlessWatcher(cluster)
{
    private readonly List<int> versions = [];

    public string PlanId => planId;

    public IReadOnlyList<int> Versions
    {
        get
        {
            lock (versions) return [.. versions];
        }
    }

    protected override IAsyncEnumerable<int> Items(ServerNode node, CancellationToken cancel) => Read(
        node.As(who).Live.WatchPlan(new() { PlanId = planId, AfterVersion = Versions.Count }, cancellationToken: cancel),
        item =>
        {
            lock (versions)
                if (item.Event is { } e) versions.Add(e.Version);
        },
        cancel);
}

internal abstract class RestlessListWatcher(RestlessCluster cluster) : RestlessWatcher(cluster)
{
    public abstract IReadOnlyList<object> Held();

    public abstract Task<IReadOnlyList<object>> Listed(TestTeam team);
}

internal sealed class RestlessCaseloadWatcher(RestlessCluster cluster, Someone who) : RestlessListWatcher(cluster)
{
    private readonly HeldList<CaseloadPlan> held = ListClients.NewCaseload();

    public override IReadOnlyList<object> Held()
    {
        lock (held) return [.. held.Plans.Values.OrderBy(p => p.Summary.PlanId).Select(p => (p.Summary, p.Version, p.UpdatedAt))];
    }

    public override async Task<IReadOnlyList<object>> Listed(TestTeam team)
    {
        var clients = team.As(who);
        var plans = new List<object>();
        foreach (var summary in (await clients.Plans.ListPlansAsync(new() { PageSize = 500 })).Plans.OrderBy(p => p.PlanId))
        {
            var plan = (await clients.Plans.GetPlanAsync(new() { PlanId = summary.PlanId })).Plan;
            plans.Add((summary, plan.Version, plan.UpdatedAt));
        }
        return plans;
    }

    protected override IAsyncEnumerable<int> Items(ServerNode node, CancellationToken cancel) => Read(
        node.As(who).Live.WatchCaseload(new() { Cursors = { held.Cursors } }, cancellationToken: cancel),
        item =>
        {
            lock (held) held.Take(item.Plan, item.Removed, item.Heartbeat);
        },
        cancel);
}

internal sealed class RestlessWorklistWatcher(RestlessCluster cluster, Someone who, WatchWorklistRequest wanted) : RestlessListWatcher(cluster)
{
    private readonly HeldList<WorklistPlan> held = ListClients.NewWorklist();

    public override IReadOnlyList<object> Held()
    {
        lock (held) return [.. held.Plans.Values.SelectMany(p => p.Tasks).OrderBy(t => t.Task.TaskId)];
    }

    public override async Task<IReadOnlyList<object>> Listed(TestTeam team) => [..
        (await team.As(who).Tasks.ListTasksAsync(new() { AssigneeId = wanted.AssigneeId, Discipline = wanted.Discipline, Statuses = { wanted.Statuses }, PageSize = 500 }))
            .Tasks.OrderBy(t => t.Task.TaskId)];

    protected override IAsyncEnumerable<int> Items(ServerNode node, CancellationToken cancel)
    {
        var request = wanted.Clone();
        request.Cursors.Add(held.Cursors);
        return Read(
            node.As(who).Live.WatchWorklist(request, cancellationToken: cancel),
            item =>
            {
                lock (held) held.Take(item.Plan, item.Removed, item.Heartbeat);
            },
            cancel);
    }
}
