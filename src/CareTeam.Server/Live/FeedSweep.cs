using CareTeam.Server.Live.Lists;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Live;

/// <summary>Has the versions of whatever is watched compared with the store each second: a bell that was lost costs a second at most.</summary>
public sealed partial class FeedSweep(
    PlanFeeds feeds, ListFeeds lists, PlanHistory history, PlanCache cache, IOptions<LiveOptions> options, TimeProvider clock, ILogger<FeedSweep> log) : BackgroundService
{
    private readonly Signal asked = new(clock);

    /// <summary>Bells may have been lost: not to wait for the next second.</summary>
    public void Now() => asked.Set();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        while (true)
        {
            try
            {
                await Sweep(stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was, the next second may be better; heartbeats stay away meanwhile.
                cache.DoubtAll();
                if (!failing) StoreLost(log, Outline.Brief(e));
                failing = true;
            }
            await asked.Wait(options.Value.SweepInterval, stoppingToken);
        }
    }

    private async Task Sweep(CancellationToken cancel)
    {
        lists.Compare();
        var now = clock.GetUtcNow();
        var heads = feeds.Heads;
        foreach (var organization in heads.Keys.GroupBy(k => k.Organization))
        {
            var versions = (await history.Versions(organization.Key, organization, cancel)).ToDictionary(v => v.Key, v => v.Version);
            // A plan that the store does not have, as a copy that lagged behind may not, is one that went back to before its first event.
            foreach (var key in organization) feeds.Compare(key, versions.GetValueOrDefault(key), heads[key]);
        }
        feeds.ComparedAt = now;
    }

    [LoggerMessage(1, LogLevel.Warning, "The watched plans cannot be compared with the store; watchers wait: {Reason}")]
    private static partial void StoreLost(ILogger log, string reason);
}
