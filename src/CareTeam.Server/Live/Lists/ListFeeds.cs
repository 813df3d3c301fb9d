using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Live.Lists;

/// <summary>The lists that are watched on this node; each lives as long as it has watchers, and those who see the same share one.</summary>
public sealed class ListFeeds(
    ListedPlans plans, RowSelect rows, PlanHistory history, PlanCache cache, IOptions<LiveOptions> options, TimeProvider clock, ILogger<OrganizationLists> log) : IDisposable
{
    /// <summary>Lists that are read for the first time at once, of the 32 connections that a node has to the store: after a restart every page opens its own, and commands must find one too.</summary>
    private const int LoadsAtOnce = 6;

    private readonly SemaphoreSlim loads = new(LoadsAtOnce, LoadsAtOnce);
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, OrganizationLists> organizations = new();
    private readonly Dictionary<(string Organization, string Key), Watched> lists = [];

    /// <summary>The plan is at this version now, as far as anybody watches a list of its organization.</summary>
    public void Ring(PlanKey key, int version)
    {
        if (organizations.TryGetValue(key.Organization, out var its)) its.Ring(key.PlanId, version);
    }

    /// <summary>Bells may have been lost.</summary>
    public void Compare()
    {
        foreach (var organization in organizations.Values) organization.Compare();
    }

    /// <summary>The list as the store has it now, or newer; to be let go when the watch ends.</summary>
    public async Task<ListLease<TResponse>> Open<TResponse>(string organization, IPlanList<TResponse> list, CancellationToken cancel) where TResponse : class, IMessage<TResponse>
    {
        var (watched, its) = Take(organization, list);
        var lease = new ListLease<TResponse>((ListView<TResponse>)watched.View, () => its.IsCurrent(3 * options.Value.SweepInterval), () => Release(organization, its, watched));
        try
        {
            await its.CatchUp().WaitAsync(cancel);
            await watched.Loaded.WaitAsync(cancel);
            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public void Dispose() => loads.Dispose();

    private (Watched, OrganizationLists) Take<TResponse>(string organization, IPlanList<TResponse> list) where TResponse : class, IMessage<TResponse>
    {
        lock (gate)
        {
            var its = organizations.GetOrAdd(organization, o => new(o, plans, history, cache, options.Value, clock, log));
            its.Leases++;
            // One that could not be read stays with those who wait for it, and whoever comes now reads anew.
            if (!lists.TryGetValue((organization, list.Key), out var watched) || watched.Loaded.IsFaulted)
            {
                var view = new ListView<TResponse>(list);
                its.Add(view);
                lists[(organization, list.Key)] = watched = new(list.Key, view, Load(its, view));
            }
            watched.Watchers++;
            return (watched, its);
        }
    }

    /// <summary>First the organization must know its plans' versions: what changes after that, it tells the view.</summary>
    private async Task Load<TResponse>(OrganizationLists its, ListView<TResponse> view) where TResponse : class, IMessage<TResponse>
    {
        await its.CatchUp();
        await loads.WaitAsync();
        try
        {
            await view.Load(rows, CancellationToken.None);
        }
        finally
        {
            loads.Release();
        }
    }

    private void Release(string organization, OrganizationLists its, Watched watched)
    {
        lock (gate)
        {
            if (--watched.Watchers == 0)
            {
                its.Remove(watched.View);
                if (lists.GetValueOrDefault((organization, watched.Key)) == watched) lists.Remove((organization, watched.Key));
            }
            if (--its.Leases > 0) return;
            organizations.TryRemove(organization, out _);
            its.Dispose();
        }
    }

    private sealed class Watched(string key, IListView view, Task loaded)
    {
        public string Key => key;

        public IListView View => view;

        public Task Loaded => loaded;

        public int Watchers { get; set; }
    }
}

public sealed class ListLease<TResponse>(ListView<TResponse> view, Func<bool> isCurrent, Action release) : IDisposable where TResponse : class, IMessage<TResponse>
{
    public ListView<TResponse> View => view;

    public bool IsCurrent => isCurrent();

    public void Dispose() => release();
}
