namespace CareTeam.Server.Live.Lists;

/// <summary>
/// The lists over one organization's plans that are watched on this node. It alone reads what changed, once for all of them: what this node committed is in
/// memory, the rest comes from the store, many plans in one statement.
/// </summary>
public sealed partial class OrganizationLists : IDisposable
{
    private const int ReadAtOnce = 200;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly string organization;
    private readonly ListedPlans plans;
    private readonly PlanHistory history;
    private readonly PlanCache cache;
    private readonly LiveOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly StoreLooks looks;
    private readonly Signal work;
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly HashSet<IListView> views = [];
    private Dictionary<string, int> versions = [];
    private Dictionary<string, int> rung = [];
    private List<TaskCompletionSource> asked = [];
    private bool toCompare;
    private bool compared;
    private bool failing;
    private bool applying;
    private DateTimeOffset comparedAt;
    private DateTimeOffset comparedAllAt;

    public OrganizationLists(string organization, ListedPlans plans, PlanHistory history, PlanCache cache, LiveOptions options, TimeProvider clock, ILogger log)
    {
        (this.organization, this.plans, this.history, this.cache, this.options, this.clock, this.log) = (organization, plans, history, cache, options, clock, log);
        (looks, work) = (new(options.LongestCommit), new(clock));
        _ = Task.Run(Work);
    }

    /// <summary>How often it is watched; ListFeeds counts.</summary>
    public int Leases { get; set; }

    public void Add(IListView view)
    {
        lock (gate) views.Add(view);
    }

    public void Remove(IListView view)
    {
        lock (gate) views.Remove(view);
    }

    /// <summary>The plan is at this version now. Returns at once.</summary>
    public void Ring(string planId, int version)
    {
        lock (gate)
        {
            if (versions.GetValueOrDefault(planId) >= version) return;
            rung[planId] = Math.Max(version, rung.GetValueOrDefault(planId));
        }
        work.Set();
    }

    /// <summary>Bells may have been lost. Returns at once.</summary>
    public void Compare()
    {
        lock (gate) toCompare = true;
        work.Set();
    }

    /// <summary>Ends when the lists show at least what the store had when this was called; throws what kept the store from being read.</summary>
    public Task CatchUp()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) asked.Add(done);
        work.Set();
        return done.Task;
    }

    /// <summary>Nothing is known that the lists do not show, and this was compared with the store lately.</summary>
    public bool IsCurrent(TimeSpan lately)
    {
        lock (gate) return compared && !failing && !applying && rung.Count == 0 && clock.GetUtcNow() - comparedAt < lately;
    }

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task Work()
    {
        var cancel = end.Token;
        while (!cancel.IsCancellationRequested)
        {
            List<TaskCompletionSource> waiting;
            bool all, comparing;
            lock (gate)
            {
                (waiting, asked) = (asked, []);
                all = failing || waiting.Count > 0;
                comparing = toCompare || all;
                toCompare = false;
            }
            try
            {
                if (comparing) await Compare(all, cancel);
                await ReadRung(cancel);
                lock (gate) failing = false;
                foreach (var one in waiting) one.SetResult();
            }
            catch (Exception e)
            {
                foreach (var one in waiting) one.SetException(e);
                if (cancel.IsCancellationRequested) return;
                if (!failing) CannotRead(log, Outline.Brief(e));
                lock (gate) failing = true;
            }
            await Wait(cancel);
        }
    }

    private async Task Wait(CancellationToken cancel)
    {
        try
        {
            await work.Wait(failing ? Retry : Timeout.InfiniteTimeSpan, cancel);
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
    }

    /// <summary>The first time it only takes note of what there is: each list reads that by itself, later.</summary>
    private async Task Compare(bool all, CancellationToken cancel)
    {
        var look = new StoreLook(clock.GetUtcNow(), await history.NewestNumber(cancel));
        var seen = looks.SeenBefore(look);
        if (seen is null || all || !compared || look.At - comparedAllAt >= options.FullComparison) await CompareAll(look.At, cancel);
        else await Read([.. (await history.VersionsSince(organization, seen.Number, cancel)).Where(s => versions.GetValueOrDefault(s.PlanId) != s.Version).Select(s => s.PlanId)], cancel);
        looks.Done(look, seen);
        lock (gate) comparedAt = look.At;
    }

    /// <summary>Costs time in proportion to the organization's plans.</summary>
    private async Task CompareAll(DateTimeOffset now, CancellationToken cancel)
    {
        var stored = (await history.Versions(organization, cancel)).ToDictionary(v => v.PlanId, v => v.Version);
        comparedAllAt = now;
        if (!compared)
        {
            lock (gate) (versions, compared) = (stored, true);
            return;
        }
        await Read([.. stored.Where(s => versions.GetValueOrDefault(s.Key) != s.Value).Select(s => s.Key), .. versions.Keys.Where(id => !stored.ContainsKey(id))], cancel);
    }

    private async Task ReadRung(CancellationToken cancel)
    {
        while (true)
        {
            Dictionary<string, int> heard;
            lock (gate) (heard, rung, applying) = (rung, [], rung.Count > 0);
            if (heard.Count == 0) return;
            try
            {
                var known = heard.Where(h => versions.GetValueOrDefault(h.Key) < h.Value).Select(h => (PlanId: h.Key, Plan: InMemory(h.Key, h.Value))).ToList();
                Apply([.. known.Where(k => k.Plan is not null).Select(k => ListedPlan.Of(k.Plan!))], []);
                await Read([.. known.Where(k => k.Plan is null).Select(k => k.PlanId)], cancel);
            }
            catch
            {
                foreach (var (planId, version) in heard) Ring(planId, version);
                throw;
            }
        }
    }

    private CarePlan? InMemory(string planId, int version) => cache.Find(new(organization, planId)) is { } plan && plan.Version >= version ? plan : null;

    private async Task Read(IReadOnlyList<string> planIds, CancellationToken cancel)
    {
        foreach (var some in planIds.Chunk(ReadAtOnce))
        {
            var read = await plans.Read(organization, some, cancel);
            Apply(read, [.. some.Except(read.Select(p => p.PlanId))]);
        }
    }

    private void Apply(IReadOnlyList<ListedPlan> changed, IReadOnlyList<string> vanished)
    {
        if (changed.Count + vanished.Count == 0) return;
        IListView[] watched;
        lock (gate) watched = [.. views];
        foreach (var view in watched) view.Apply(changed, vanished);
        lock (gate)
        {
            foreach (var plan in changed) versions[plan.PlanId] = plan.Version;
            foreach (var planId in vanished) versions.Remove(planId);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The watched lists cannot be read on; their watchers wait: {Reason}")]
    private static partial void CannotRead(ILogger log, string reason);
}
