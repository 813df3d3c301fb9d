using CareTeam.V1;
using Marten;

namespace CareTeam.Server.Storage;

/// <summary>Care plans as their events make them: read up to date, or taken in turn to decide on.</summary>
public sealed class PlanStore(IDocumentStore store, PlanHistory history, PlanCache cache, CommitQueue commits)
{
    /// <summary>With a store out of reach, those who wait for a turn must not wait for all before them to find that out.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>The plan as the store has it now, whichever node wrote it; version 0 when there is none. Not to be changed.</summary>
    public async Task<CarePlan> Read(PlanKey key, CancellationToken cancel)
    {
        var known = cache.Find(key);
        return known is null ? await Load(key, cancel) : await CatchUp(key, known, cancel) ?? await Load(key, cancel);
    }

    /// <summary>Waits for the plan's turn on this node and holds it until it is disposed.</summary>
    public async Task<PlanTurn> TakeTurn(PlanKey key, CancellationToken cancel)
    {
        var entry = cache.EntryOf(key);
        if (!await entry.Turn.WaitAsync(LongestWait, cancel))
            throw Fault.Unavailable("The plan is too busy. Send it again with the same request_id.");
        try
        {
            var turn = new PlanTurn(this, commits, cache, entry, key);
            if (entry.Plan is null || !cache.IsTrusted(entry)) await turn.Refresh(cancel);
            else turn.Plan = entry.Plan;
            return turn;
        }
        catch
        {
            entry.Turn.Release();
            throw;
        }
    }

    private async Task<CarePlan> Load(PlanKey key, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var snapshot = await session.LoadAsync<PlanSnapshot>(key.PlanId, cancel);
        var start = snapshot is { IsUsable: true } ? snapshot.Plan : CarePlanFold.Empty(key.PlanId);
        cache.EntryOf(key).SnapshotAt = start.Version;
        var events = await session.Events.FetchStreamAsync(key.PlanId, fromVersion: start.Version + 1, token: cancel);
        var plan = events.Count == 0 ? start : CarePlanFold.Fold(start, events.Select(PlanEvents.FromStored));
        if (plan.Version > 0) cache.Publish(key, plan, since: null);
        return plan;
    }

    /// <summary>Null when the store does not hold the event that the known plan ends with: it lost history, and all must be read again.</summary>
    private async Task<CarePlan?> CatchUp(PlanKey key, CarePlan known, CancellationToken cancel)
    {
        var (recordedAt, newest) = await history.Tip(key, known.Version, cancel);
        if (recordedAt != known.UpdatedAt.ToDateTime())
        {
            cache.EntryOf(key).Forget();
            return null;
        }
        if (newest == known.Version) return known;
        var events = await history.After(key, known.Version, int.MaxValue, cancel);
        var plan = CarePlanFold.Fold(known, events);
        cache.Publish(key, plan, events);
        return plan;
    }
}

/// <summary>The right to decide on a plan, on this node, until disposed.</summary>
public sealed class PlanTurn(PlanStore plans, CommitQueue commits, PlanCache cache, CachedPlan entry, PlanKey key) : IDisposable
{
    public CarePlan Plan { get; set; } = CarePlanFold.Empty(key.PlanId);

    /// <summary>The plan was read from the store during this turn; otherwise it may lag behind what other nodes wrote.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>An upper bound of the plan's size.</summary>
    public int AtMostBytes => entry.Weight > 0 ? entry.Weight + entry.GrownBy : Plan.CalculateSize();

    public async Task Refresh(CancellationToken cancel)
    {
        var doubts = cache.Doubts;
        Plan = await plans.Read(key, cancel);
        IsFresh = true;
        cache.Trust(entry, doubts);
    }

    public Task Commit(PlanChange change, Receipt receipt) => commits.Commit(new(key.Organization, [change], receipt));

    public void Dispose() => entry.Turn.Release();
}
