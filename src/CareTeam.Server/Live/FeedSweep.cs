using Npgsql;

namespace CareTeam.Server.Live;

/// <summary>Compares the watched plans' versions with the store each second: a bell that was lost, or rung on another node, costs a second at most.</summary>
public sealed partial class FeedSweep(PlanFeeds feeds, NpgsqlDataSource store, TimeProvider clock, ILogger<FeedSweep> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var failing = false;
        do
        {
            try
            {
                await Sweep(stoppingToken);
                failing = false;
            }
            catch (Exception e) when (StoreFailure.IsUnreachable(e))
            {
                if (!failing) StoreLost(log, e.Message);
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var organization in feeds.Watching.GroupBy(k => k.Organization))
        {
            await using var command = store.CreateCommand($"select id, version from {StoreRegistration.Schema}.mt_streams where tenant_id = $1 and id = any($2)");
            command.Parameters.AddWithValue(organization.Key);
            command.Parameters.AddWithValue(organization.Select(k => k.PlanId).ToArray());
            await using var rows = await command.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) feeds.Ring(new(organization.Key, rows.GetString(0)), checked((int)rows.GetInt64(1)));
        }
        feeds.ComparedAt = now;
    }

    [LoggerMessage(1, LogLevel.Warning, "The store is out of reach; watchers wait: {Reason}")]
    private static partial void StoreLost(ILogger log, string reason);
}
