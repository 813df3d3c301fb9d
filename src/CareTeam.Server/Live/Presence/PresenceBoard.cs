using CareTeam.Node.V1;

namespace CareTeam.Server.Live.Presence;

/// <summary>
/// Who has which plan open, on all nodes, as far as this one has heard. Each word of it holds for a few seconds only and must be said again: who says nothing is
/// gone, a node that was killed with all who spoke through it.
/// </summary>
public sealed class PresenceBoard(TimeProvider clock)
{
    /// <summary>How often a window is to be announced.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    /// <summary>How long an announcement holds: one may get lost, and another node may hear of it a second later.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(7);

    private readonly Lock gate = new();
    private readonly Dictionary<PlanKey, PlanPresence> plans = [];

    /// <summary>True when it changes what watchers see.</summary>
    public bool Take(PresenceBell bell)
    {
        var key = new PlanKey(bell.Organization, bell.PlanId);
        lock (gate)
        {
            var plan = plans.TryGetValue(key, out var known) ? known : plans[key] = new();
            var isNews = plan.Take(bell, clock.GetUtcNow() + Holds);
            LetGo(key, plan);
            return isNews;
        }
    }

    public void Expire()
    {
        lock (gate)
        {
            foreach (var (key, plan) in plans.ToList())
            {
                plan.Expire(clock.GetUtcNow());
                LetGo(key, plan);
            }
        }
    }

    /// <summary>To be let go when the watch ends.</summary>
    public PresenceLease Watch(PlanKey key)
    {
        lock (gate)
        {
            var plan = plans.TryGetValue(key, out var known) ? known : plans[key] = new();
            plan.Watchers++;
            return new(this, key, plan);
        }
    }

    internal (FeedItem<WatchPresenceResponse> People, Task Next) Now(PlanPresence plan)
    {
        lock (gate) return (plan.People, plan.Next);
    }

    internal void Release(PlanKey key, PlanPresence plan)
    {
        lock (gate)
        {
            plan.Watchers--;
            LetGo(key, plan);
        }
    }

    private void LetGo(PlanKey key, PlanPresence plan)
    {
        if (plan.IsIdle) plans.Remove(key);
    }
}

public sealed class PresenceLease(PresenceBoard board, PlanKey key, PlanPresence plan) : IDisposable
{
    /// <summary>All who are there now, and what tells of the next change.</summary>
    public (FeedItem<WatchPresenceResponse> People, Task Next) Now => board.Now(plan);

    public void Dispose() => board.Release(key, plan);
}
