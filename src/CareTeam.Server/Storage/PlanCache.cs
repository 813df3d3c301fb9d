using CareTeam.V1;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Storage;

public sealed class PlanCacheOptions
{
    /// <summary>Upper bound for all folded plans together, estimated from their size on the wire.</summary>
    public int Megabytes { get; set; } = 256;

    /// <summary>The same for the states that are kept from looking back.</summary>
    public int PastMegabytes { get; set; } = 64;
}

/// <summary>Folded plans in memory, bounded. What is here may lag behind the store; it never runs ahead of it.</summary>
public sealed class PlanCache(IOptions<PlanCacheOptions> options) : IDisposable
{
    private const int EmptyEntryBytes = 1024;

    private const int UnweighedBytes = 16 * 1024;

    /// <summary>Objects and UTF-16 text take about this much more memory than the message on the wire.</summary>
    public const int HeapBytesPerWireByte = 4;

    private int doubts;
    private readonly MemoryCache plans = new(new MemoryCacheOptions { SizeLimit = options.Value.Megabytes * 1024L * 1024L });

    public CachedPlan EntryOf(PlanKey key) =>
        plans.GetOrCreate(key, entry =>
        {
            entry.Size = EmptyEntryBytes;
            return new CachedPlan();
        })!;

    public CarePlan? Find(PlanKey key) => plans.TryGetValue(key, out CachedPlan? entry) ? entry!.Plan : null;

    /// <summary>The plan as it is now, and the events since what is here; null when they are not known.</summary>
    public void Publish(PlanKey key, CarePlan plan, IReadOnlyList<PlanEvent>? since)
    {
        var entry = EntryOf(key);
        entry.Publish(plan);
        entry.GrownBy += since?.Sum(PlanBounds.Bytes) ?? 0;
        // Weighing costs time in proportion to the plan: now and then is enough for a bound.
        if (entry.Weight > 0 && since is not null && entry.GrownBy < Math.Max(UnweighedBytes, entry.Weight / 4)) return;
        (entry.Weight, entry.GrownBy) = (plan.CalculateSize(), 0);
        plans.Set(key, entry, new MemoryCacheEntryOptions { Size = EmptyEntryBytes + (long)entry.Weight * HeapBytesPerWireByte });
    }

    /// <summary>After an outage the store may be another copy: every plan is read again, as far as it changed, before it is decided on.</summary>
    public void DoubtAll() => Interlocked.Increment(ref doubts);

    public bool IsTrusted(CachedPlan entry) => !entry.IsDoubtful && entry.TrustedSince == Volatile.Read(ref doubts);

    public void Trust(CachedPlan entry, int since) => (entry.IsDoubtful, entry.TrustedSince) = (false, since);

    public int Doubts => Volatile.Read(ref doubts);

    /// <summary>After a failed commit nobody knows what the store has: whoever decides next reads it first.</summary>
    public void Doubt(PlanKey key)
    {
        if (plans.TryGetValue(key, out CachedPlan? entry)) entry!.IsDoubtful = true;
    }

    public void Dispose() => plans.Dispose();
}

/// <summary>One plan of the cache, and the turn of those who decide on it.</summary>
public sealed class CachedPlan
{
    private CarePlan? plan;

    /// <summary>Commands of this node on this plan take turns: they would only make each other stale.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>A commit failed since: the state must be read again before it is decided on.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>How many outages there had been when it was last read from the store.</summary>
    public int TrustedSince { get; set; }

    /// <summary>Bytes on the wire when it was last weighed.</summary>
    public int Weight { get; set; }

    /// <summary>Bytes of the events since then.</summary>
    public int GrownBy { get; set; }

    /// <summary>Version of the usable snapshot in the store; 0 for none.</summary>
    public int SnapshotAt { get; set; }

    /// <summary>Never changes once it is here, see ShallowCopy.</summary>
    public CarePlan? Plan => Volatile.Read(ref plan);

    /// <summary>Keeps the newer one: a slow reader must not bring an older state back.</summary>
    public void Publish(CarePlan newer)
    {
        for (var current = Plan; current is null || current.Version < newer.Version; current = Plan)
            if (Interlocked.CompareExchange(ref plan, newer, current) == current) return;
    }

    /// <summary>For a store that lost what was committed, after a failover to a replica that lagged behind.</summary>
    public void Forget() => Volatile.Write(ref plan, null);
}
