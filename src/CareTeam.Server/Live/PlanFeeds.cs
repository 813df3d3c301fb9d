using System.Collections.Concurrent;

namespace CareTeam.Server.Live;

/// <summary>The feeds of the plans that are watched on this node; each lives as long as it has watchers.</summary>
public sealed class PlanFeeds(PlanHistory history, ILogger<PlanFeed> log)
{
    private const int ReadAtOnce = 200;
    private readonly ConcurrentDictionary<PlanKey, Watched> feeds = new();

    /// <summary>The watched plans, each with the newest version its feed has given.</summary>
    public IReadOnlyDictionary<PlanKey, int> Heads => feeds.ToDictionary(f => f.Key, f => f.Value.Feed.Head);

    /// <summary>When the versions of all watched plans were last compared with the store: what a heartbeat may promise.</summary>
    public DateTimeOffset ComparedAt { get; set; }

    /// <summary>The plan is at this version now, as far as anybody watches it.</summary>
    public void Ring(PlanKey key, int version)
    {
        if (feeds.TryGetValue(key, out var watched)) watched.Feed.Ring(version);
    }

    /// <summary>What the store says of a watched plan, asked after the feed had given its head; a feed that was ahead of it ends.</summary>
    public void Compare(PlanKey key, int version, int head)
    {
        if (!feeds.TryGetValue(key, out var watched)) return;
        watched.Feed.Compare(version, head);
        if (watched.Feed.IsOver) feeds.TryRemove(new(key, watched));
    }

    /// <summary>The feed of a plan that was at this version when it was read; to be let go when the watch ends.</summary>
    public FeedLease Lease(PlanKey key, int version)
    {
        while (true)
        {
            var watched = feeds.GetOrAdd(key, k => new(new(version, (after, cancel) => history.After(k, after, ReadAtOnce, cancel), log)));
            lock (watched)
            {
                if (watched.Closed) continue;
                watched.Watchers++;
            }
            watched.Feed.Ring(version);
            return new(watched.Feed, () => Release(key, watched));
        }
    }

    private void Release(PlanKey key, Watched watched)
    {
        lock (watched)
        {
            if (--watched.Watchers > 0) return;
            watched.Closed = true;
            feeds.TryRemove(new(key, watched));
        }
    }

    private sealed class Watched(PlanFeed feed)
    {
        public PlanFeed Feed { get; } = feed;
        public int Watchers { get; set; }
        public bool Closed { get; set; }
    }
}

public sealed class FeedLease(PlanFeed feed, Action release) : IDisposable
{
    public PlanFeed Feed { get; } = feed;

    public void Dispose() => release();
}
