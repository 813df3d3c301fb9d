namespace CareTeam.Server.Live.Bells;

/// <summary>Whether other nodes are there to be told. A node that runs alone, as most do, need not ring for nobody: measured, that costs processor time at every commit.</summary>
public sealed class Neighbours(TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset lastHeard = DateTimeOffset.MinValue;
    private DateTimeOffset? listeningSince;

    /// <summary>Nobody was heard for a while, although this node listens; each sign of life of another ends that.</summary>
    public bool AreAway
    {
        get
        {
            var then = clock.GetUtcNow() - BellListener.Silence;
            lock (gate) return listeningSince < then && lastHeard < then;
        }
    }

    public void Heard()
    {
        lock (gate) lastHeard = clock.GetUtcNow();
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
