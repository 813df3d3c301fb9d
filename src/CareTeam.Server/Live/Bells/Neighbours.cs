namespace CareTeam.Server.Live.Bells;

/// <summary>Which other nodes are there. A node that runs alone, as most do, need not ring at every commit for nobody.</summary>
public sealed class Neighbours(Node.V1.Bells self, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset lastHeard = DateTimeOffset.MinValue;
    private DateTimeOffset newerRulesHeard = DateTimeOffset.MinValue;
    private DateTimeOffset? listeningSince;

    /// <summary>When another node was heard last.</summary>
    public DateTimeOffset LastHeard
    {
        get
        {
            lock (gate) return lastHeard;
        }
    }

    /// <summary>Nobody was heard for a while, although this node listens; each sign of life of another ends that.</summary>
    public bool AreAway
    {
        get
        {
            var then = clock.GetUtcNow() - BellListener.Silence;
            lock (gate) return listeningSince < then && lastHeard < then;
        }
    }

    /// <summary>
    /// A node that was started later has other rules: a new table, or code that reads it otherwise, is being rolled out. The nodes that still have the old would undo what it tells.
    /// </summary>
    public bool HaveNewerRules
    {
        get
        {
            var then = clock.GetUtcNow() - BellListener.Silence;
            lock (gate) return newerRulesHeard > then;
        }
    }

    public void Heard(Node.V1.Bells bells)
    {
        var newer = bells.Rules.Length > 0 && bells.Rules != self.Rules && bells.StartedAt > self.StartedAt;
        var now = clock.GetUtcNow();
        lock (gate) (lastHeard, newerRulesHeard) = (now, newer ? now : newerRulesHeard);
    }

    public void Listen()
    {
        lock (gate) listeningSince = clock.GetUtcNow();
    }

    public void GoDeaf()
    {
        lock (gate) listeningSince = null;
    }
}
