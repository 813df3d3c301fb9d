using CareTeam.Server.Live.Bells;

namespace CareTeam.Server.Live;

/// <summary>After a commit: this node's feeds hear of it at once, the other nodes through PostgreSQL.</summary>
public sealed class Doorbell(WatchedFeeds feeds, BellRope rope) : IDoorbell
{
    public void Ring(PlanKey key, int version)
    {
        feeds.Ring(key, version);
        rope.Ring(key, version);
    }
}
