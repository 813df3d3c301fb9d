namespace CareTeam.Server.Live;

/// <summary>
/// The newest events of one watched plan on this node. It reads what it lacks once for all watchers and keeps the last of it in a
/// ring; watchers only hold a cursor, so a slow one costs nothing, is never waited for, and catches up from the store.
/// </summary>
public sealed partial class PlanFeed(int version, Func<int, CancellationToken, Task<IReadOnlyList<PlanEvent>>> readAfter, ILogger log)
{
    public const int RingSize = 256;

    private readonly Lock gate = new();
    private readonly FeedItem[] ring = new FeedItem[RingSize];
    private readonly int firstVersion = version;
    private int head = version;
    private int rung = version;
    private bool reading;
    private TaskCompletionSource changed = New();

    /// <summary>The newest version in the feed.</summary>
    public int Head => Volatile.Read(ref head);

    /// <summary>The plan is at this version now. Returns at once; the reading, if any is needed, goes on by itself.</summary>
    public void Ring(int version)
    {
        lock (gate)
        {
            rung = Math.Max(rung, version);
            if (reading || head >= rung) return;
            reading = true;
        }
        _ = Task.Run(Read);
    }

    /// <summary>The events right after a cursor as far as the ring has them; null when it no longer does, and empty when there is nothing newer.</summary>
    public IReadOnlyList<FeedItem>? After(int cursor, out Task next)
    {
        lock (gate)
        {
            next = changed.Task;
            if (cursor >= head) return [];
            if (cursor < Math.Max(firstVersion, head - RingSize)) return null;
            var items = new FeedItem[head - cursor];
            for (var i = 0; i < items.Length; i++) items[i] = ring[(cursor + 1 + i) % RingSize];
            return items;
        }
    }

    private async Task Read()
    {
        try
        {
            while (true)
            {
                var events = await readAfter(Head, CancellationToken.None);
                if (Add(events)) return;
            }
        }
        catch (Exception e)
        {
            // The next bell or sweep reads on; watchers get no heartbeat until then.
            if (!StoreFailure.IsUnreachable(e)) ReadingFailed(log, e);
            lock (gate) reading = false;
        }
    }

    private bool Add(IReadOnlyList<PlanEvent> events)
    {
        TaskCompletionSource? awaited = null;
        bool done;
        lock (gate)
        {
            foreach (var e in events)
            {
                if (e.Version != head + 1) throw new InvalidDataException($"Event {e.Version} of plan {e.PlanId} does not follow version {head}.");
                ring[e.Version % RingSize] = FeedItem.Of(e);
                head = e.Version;
            }
            if (events.Count > 0) (awaited, changed) = (changed, New());
            // A bell may be ahead of what the store shows; the sweep comes back to it.
            done = head >= rung || events.Count == 0;
            if (done) (reading, rung) = (false, head);
        }
        awaited?.SetResult();
        return done;
    }

    [LoggerMessage(1, LogLevel.Error, "A feed could not be read on")]
    private static partial void ReadingFailed(ILogger log, Exception exception);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
