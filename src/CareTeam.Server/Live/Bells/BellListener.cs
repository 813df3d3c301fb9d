using CareTeam.Server.Live.Presence;
using Npgsql;

namespace CareTeam.Server.Live.Bells;

/// <summary>
/// Hears the other nodes on a connection of its own, which is opened anew whenever it breaks or nothing is heard, not even this node's own
/// signs of life. What was rung meanwhile, a sweep finds at once.
/// </summary>
public sealed partial class BellListener(
    BellChannel channel, Neighbours neighbours, WatchedFeeds feeds, PresenceBoard presences, FeedSweep sweep, PlanCache cache, TimeProvider clock, ILogger<BellListener> log) : BackgroundService
{
    /// <summary>Longer than this is nobody silent.</summary>
    public static readonly TimeSpan Silence = 8 * BellRope.SignOfLife;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = new Failures(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await channel.Open(stoppingToken);
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await channel.Listen(connection, stoppingToken);
                neighbours.Listen();
                sweep.Now();
                while (await connection.WaitAsync(Silence, stoppingToken)) failures.Over();
                throw new TimeoutException("nothing is heard, not even this node itself");
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                neighbours.GoDeaf();
                // The one connection that is always open: what broke it may have been a failover to a copy that lags behind.
                cache.DoubtAll();
                if (failures.IsFirst) Deaf(log, Outline.Brief(e));
                await failures.Wait(stoppingToken);
            }
        }
    }

    private void Hear(string payload)
    {
        if (!BellPayload.TryRead(payload, out var bells))
        {
            NotABell(log);
            return;
        }
        if (bells.NodeId == channel.Sender.NodeId) return;
        neighbours.Heard(bells);
        if (bells.Everything) sweep.Now();
        foreach (var presence in bells.Presences) presences.Take(presence);
        foreach (var plan in bells.Plans) feeds.Ring(new(plan.Organization, plan.PlanId), plan.Version);
    }

    [LoggerMessage(1, LogLevel.Warning, "The other nodes are not heard; the sweep finds their changes a little later: {Reason}")]
    private static partial void Deaf(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Warning, "A notification was heard that no node of this installation sent")]
    private static partial void NotABell(ILogger log);
}
