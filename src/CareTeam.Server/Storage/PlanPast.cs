using System.Collections;
using CareTeam.V1;
using Google.Protobuf;
using Marten;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Storage;

/// <summary>
/// Plans as they stood after so many events. States along the way are kept, in memory and bounded, so that the next look near one folds a few events instead of all before it.
/// </summary>
public sealed class PlanPast(IDocumentStore store, IOptions<PlanCacheOptions> options) : IDisposable
{
    /// <summary>A look folds fewer events than this once its surroundings were seen; a state costs a copy of the plan's lists.</summary>
    private const int BetweenStates = 64;

    private readonly MemoryCache ways = new(new MemoryCacheOptions { SizeLimit = options.Value.PastMegabytes * 1024L * 1024L });

    /// <summary>The plan after its first events up to a version that it has. Not to be changed.</summary>
    public async Task<CarePlan> At(PlanKey key, int version, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var known = ways.TryGetValue(key, out Way? way) ? way!.NearestTo(version) : null;
        var seen = known?.Version ?? 0;
        // Beside a state that is here no snapshot is nearer, and a newer one is not even read: it may be large.
        var snapshot = version - seen < BetweenStates && known is not null
            ? null
            : await session.Query<PlanSnapshot>().Where(s => s.Id == key.PlanId && s.Version > seen && s.Version <= version).FirstOrDefaultAsync(cancel);
        if (snapshot is { IsUsable: true }) return Fold(key, snapshot.Plan, await Events(session, key, snapshot.Version + 1, version, cancel));
        if (known is null) return Fold(key, CarePlanFold.Empty(key.PlanId), await Events(session, key, 1, version, cancel));
        var since = await Events(session, key, known.Version, version, cancel);
        if (since.Count > 0 && since[0].RecordedAt == known.UpdatedAt) return Fold(key, known, since.Skip(1));
        // The store does not hold the event that the state ends with: it lost history.
        ways.Remove(key);
        return await At(key, version, cancel);
    }

    public void Dispose() => ways.Dispose();

    private static async Task<IReadOnlyList<PlanEvent>> Events(IQuerySession session, PlanKey key, int from, int to, CancellationToken cancel) => from > to
        ? []
        : [.. (await session.Events.FetchStreamAsync(key.PlanId, version: to, fromVersion: from, token: cancel)).Select(PlanEvents.FromStored)];

    private CarePlan Fold(PlanKey key, CarePlan start, IEnumerable<PlanEvent> events)
    {
        var (plan, passed) = (start, new List<CarePlan>());
        foreach (var part in events.GroupBy(e => (e.Version - 1) / BetweenStates))
        {
            plan = CarePlanFold.Fold(plan, part);
            if (plan.Version % BetweenStates == 0) passed.Add(plan);
        }
        if (passed.Count > 0) Keep(key, start, passed);
        return plan;
    }

    private void Keep(PlanKey key, CarePlan start, IReadOnlyList<CarePlan> passed)
    {
        var way = ways.TryGetValue(key, out Way? known) ? known! : new Way();
        ways.Set(key, way, new MemoryCacheEntryOptions { Size = way.Add(start, passed) });
    }

    /// <summary>States of one plan, in order; those that were folded in one go share what did not change between them.</summary>
    private sealed class Way
    {
        private const int BytesPerElement = 8;
        private static readonly IReadOnlyList<Google.Protobuf.Reflection.IFieldAccessor> Lists = [.. CarePlan.Descriptor.Fields.InFieldNumberOrder().Where(f => f.IsRepeated).Select(f => f.Accessor)];

        private readonly Lock turn = new();
        private readonly SortedList<int, CarePlan> states = [];
        private long bytes;

        public CarePlan? NearestTo(int version)
        {
            lock (turn)
            {
                var (from, to) = (0, states.Count);
                while (from < to)
                {
                    var middle = (from + to) / 2;
                    if (states.GetKeyAtIndex(middle) <= version) from = middle + 1;
                    else to = middle;
                }
                return from == 0 ? null : states.GetValueAtIndex(from - 1);
            }
        }

        /// <summary>The bytes that all states together take, about.</summary>
        public long Add(CarePlan start, IReadOnlyList<CarePlan> passed)
        {
            lock (turn)
            {
                // What it holds of a snapshot nobody else holds.
                var before = states.GetValueOrDefault(start.Version) == start ? start : CarePlanFold.Empty(start.PlanId);
                foreach (var state in passed)
                {
                    if (states.TryAdd(state.Version, state)) bytes += Lists.Sum(list => NewBytes((IList)list.GetValue(before), (IList)list.GetValue(state)));
                    before = state;
                }
                return bytes;
            }
        }

        private static long NewBytes(IList before, IList after)
        {
            var bytes = (long)after.Count * BytesPerElement;
            for (var i = 0; i < after.Count; i++)
                if (after[i] is IMessage element && (i >= before.Count || !ReferenceEquals(before[i], element))) bytes += element.CalculateSize() * PlanCache.HeapBytesPerWireByte;
            return bytes;
        }
    }
}
