using CareTeam.Server.Live.Lists;

namespace CareTeam.Server.Live;

/// <summary>All that is watched on this node.</summary>
public sealed class WatchedFeeds(PlanFeeds plans, ListFeeds lists)
{
    /// <summary>The plan is at this version now, whichever node brought it there.</summary>
    public void Ring(PlanKey key, int version)
    {
        plans.Ring(key, version);
        lists.Ring(key, version);
    }
}
