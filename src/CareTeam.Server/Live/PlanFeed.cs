namespace CareTeam.Server.Live;

/// <summary>
/// The newest events of one watched plan on this node. It reads what it lacks once for all watchers and keeps the last of it in a
/// ring; watchers only hold a cursor, so a slow one costs nothing, is never waited for, and catches up from the store.
/// </summary>
public sealed partial class PlanFeed(int version, Func<int, CancellationToken, Task<IReadOnlyList<PlanEvent>>> readAfter, ILogger log)
{
    public const int RingSize = 256;

    /// <summary>Events in the ring together; beyond it the oldest leave early.</summary>
    public const int RingBytes = 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<FeedItem<WatchPlanResponse>> ring = new();
    private int head = version;
    private int rung = version;
    private int bytes;
    private bool reading;
    private bool failed;
    private string? over;
    private TaskCompletionSource changed = New();

    /// <summary>The newest version in the feed.</summary>
    public int Head => Volatile.Read(ref head);

    /// <summary>Nothing newer than its head was heard of.</summary>
    public bool IsCurrent
    {
        get
        {
            lock (gate) return head >= rung && over is null;
        }
    }

    /// <summary>It gives nothing any more, and every watch of it must start anew.</summary>
    public bool IsOver => Volatile.Read(ref over) is not null;

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

    /// <summary>
    /// The store has the plan at this version, asked after the feed had given its head of that time; when the store's is older, it lost what was given, and
    /// every watch of the plan must start anew. (The feed's head of now may be newer than the answer, and that means nothing.)
    /// </summary>
    public void Compare(int version, int headBefore)
    {
        if (version >= headBefore)
        {
            Ring(version);
            return;
        }
        End("The store was replaced by an older copy; start the watch anew.");
    }

    /// <summary>The events right after a cursor as far as the ring has them; null when it no longer does, and empty when there is nothing newer.</summary>
    public IReadOnlyList<FeedItem<WatchPlanResponse>>? After(int cursor, out Task next)
    {
        lock (gate)
        {
            next = changed.Task;
            if (over is not null) throw Fault.Unavailable(over);
            if (cursor >= head) return [];
            return cursor < head - ring.Count ? null : [.. ring.Skip(ring.Count - (head - cursor))];
        }
    }

    private async Task Read()
    {
        try
        {
            while (!Add(await readAfter(Head, CancellationToken.None)))
            {
            }
        }
        catch (Exception e)
        {
            // The next bell or sweep reads on; until then the feed is not current, and its watchers get no heartbeat.
            lock (gate) reading = false;
            if (!failed && !StoreFailure.IsUnreachable(e)) ReadingFailed(log, Outline.Of(e));
            failed = true;
            if (StoreFailure.IsOfNewerBuild(e)) End("The plan has events that only a newer version of the server can read; go on from the last version elsewhere.");
        }
    }

    private void End(string why)
    {
        TaskCompletionSource awaited;
        lock (gate)
        {
            over = why;
            (awaited, changed) = (changed, New());
        }
        awaited.SetResult();
    }

    /// <summary>True when nothing more is to be read.</summary>
    private bool Add(IReadOnlyList<PlanEvent> events)
    {
        TaskCompletionSource? awaited = null;
        bool done;
        lock (gate)
        {
            foreach (var e in events) Add(e);
            failed = false;
            if (events.Count > 0) (awaited, changed) = (changed, New());
            // A bell may be ahead of what the store shows; the sweep comes back to it.
            done = head >= rung || events.Count == 0;
            if (done) reading = false;
        }
        awaited?.SetResult();
        return done;
    }

    private void Add(PlanEvent e)
    {
        if (e.Version != head + 1) throw new InvalidDataException($"Event {e.Version} of plan {e.PlanId} does not follow version {head}.");
        var item = FeedItem.Of(e);
        ring.Enqueue(item);
        head = e.Version;
        for (bytes += item.Bytes; ring.Count > RingSize || (bytes > RingBytes && ring.Count > 1);) bytes -= ring.Dequeue().Bytes;
    }

    [LoggerMessage(1, LogLevel.Error, "A feed could not be read on: {Outline}")]
    private static partial void ReadingFailed(ILogger log, string outline);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
