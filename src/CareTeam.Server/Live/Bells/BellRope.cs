using CareTeam.Node.V1;
using Npgsql;

namespace CareTeam.Server.Live.Bells;

/// <summary>
/// Tells the other nodes, after the commit and on a connection of its own: NOTIFY takes a lock that all of the database's notifying commits wait for. What
/// comes while one NOTIFY is on its way goes with the next, so a flood makes payloads fuller, not more.
/// </summary>
public sealed partial class BellRope(
    PendingBells pending, BellChannel channel, Neighbours neighbours, TimeProvider clock, ILogger<BellRope> log) : BackgroundService
{
    /// <summary>With nothing to tell, a sign of life this often: by it each node knows that it still hears.</summary>
    public static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(1);

    private readonly Signal rung = new(clock);

    public void Ring(PlanKey key, int version)
    {
        if (neighbours.AreAway) return;
        pending.Add(key, version);
        rung.Set();
    }

    /// <summary>What is no news goes along with the next bell or sign of life.</summary>
    public void Tell(PresenceBell presence, bool isNews)
    {
        if (neighbours.AreAway) return;
        pending.Add(presence);
        if (isNews) rung.Set();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = new Failures(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await channel.Open(stoppingToken);
                await using var notify = channel.Notify(connection);
                while (true)
                {
                    await Tell(notify, stoppingToken);
                    failures.Over();
                    await rung.Wait(SignOfLife, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (failures.IsFirst) CannotTell(log, Outline.Brief(e));
                await failures.Wait(stoppingToken);
            }
        }
    }

    private async Task Tell(NpgsqlCommand notify, CancellationToken cancel)
    {
        var bells = pending.Take();
        try
        {
            foreach (var payload in BellPayload.Of(channel.Sender, bells.Count > 0 ? bells : [new()]))
            {
                ((NpgsqlParameter<string>)notify.Parameters[0]).TypedValue = payload;
                await notify.ExecuteNonQueryAsync(cancel);
            }
        }
        catch
        {
            pending.PutBack(bells);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The other nodes cannot be told of changes; their sweeps find them a little later: {Reason}")]
    private static partial void CannotTell(ILogger log, string reason);
}
