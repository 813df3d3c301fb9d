using CareTeam.V1;
using Xunit;

namespace CareTeam.Tests;

/// <summary>What a client holds of a list that it watches, over all its reconnects; it sees to it that of each plan only newer states come.</summary>
public sealed class HeldList<TItem>(Func<TItem, (string PlanId, int Version, string Cursor)> keys) where TItem : class
{
    private readonly Dictionary<string, TItem> plans = [];

    public IReadOnlyDictionary<string, TItem> Plans => plans;

    public IEnumerable<string> Cursors => plans.Values.Select(p => keys(p).Cursor);

    public void Take(TItem? plan, PlanRemoved? removed, ListHeartbeat? heartbeat)
    {
        if (plan is not null)
        {
            var (planId, version, _) = keys(plan);
            Assert.False(plans.TryGetValue(planId, out var had) && keys(had).Version >= version, $"Came after what is as new or newer: {had}");
            plans[planId] = plan;
        }
        else if (removed is not null)
        {
            // Of a plan that came and went between two items only the going is told.
            plans.Remove(removed.PlanId);
        }
        else
        {
            Assert.Equal(plans.Count, heartbeat!.Plans);
        }
    }
}
