using System.Collections.Concurrent;
using CareTeam.Server.Live.Bells;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CareTeam.Server.Clocks;

/// <summary>
/// Looks every few seconds for plans whose day has come, also after any downtime, and lets each tell what is due. Any number of nodes may do it; one at a time does,
/// so that they do not make each other's work stale.
/// </summary>
public sealed partial class ClockSweep(
    NpgsqlDataSource source, IServiceScopeFactory scopes, PlanStore plans, ClockRows rows, DueCalendar calendar, Neighbours neighbours,
    IOptions<ClockOptions> options, TimeProvider clock, ILogger<ClockSweep> log) : BackgroundService
{
    private const int AtOnce = 200;

    /// <summary>Names the lock in this database; any number of its own would do.</summary>
    private const long LockId = 0x0CA2E7EA;

    /// <summary>A plan that is written on without a pause is told all the same.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>Plans on which somebody is still writing: since when they are waited for, and when that was seen last.</summary>
    private readonly ConcurrentDictionary<PlanKey, (DateTimeOffset Since, DateTimeOffset Seen)> waiting = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Seconds <= 0) return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Seconds), clock);
        var failing = false;
        do
        {
            try
            {
                await Sweep(TimeSpan.FromSeconds(options.Value.QuietSeconds), stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing) Failed(log, Outline.Of(e));
                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks at every plan whose time has come, once; not while a node with a newer rule table does.</summary>
    public Task Sweep(CancellationToken cancel) => Sweep(TimeSpan.Zero, cancel);

    /// <param name="quiet">A plan on which somebody has written within this time waits for a later sweep.</param>
    public async Task Sweep(TimeSpan quiet, CancellationToken cancel)
    {
        if (neighbours.HaveNewerRules) return;
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var turn = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = LockId } } })
            if (await turn.ExecuteScalarAsync(cancel) is not true) return;
        var now = SortableTime.Of(Clock.Now(clock, notBefore: null));
        var stillThere = new HashSet<PlanKey>();
        for (var after = new Found(default, "", ""); ;)
        {
            var page = await Page(connection, now, after, cancel);
            foreach (var found in page)
            {
                stillThere.Add(found.Key);
                await TryLook(connection, found, quiet, cancel);
            }
            if (page.Count < AtOnce) break;
            after = page[^1];
        }
        // What was written meanwhile left nothing to tell: the next time this plan is waited for anew.
        foreach (var key in waiting.Keys.Where(key => !stillThere.Contains(key))) waiting.TryRemove(key, out _);
    }

    private sealed record Found(PlanKey Key, string NextAt, string Rules);

    private async Task<IReadOnlyList<Found>> Page(NpgsqlConnection connection, string now, Found after, CancellationToken cancel)
    {
        await using var query = new NpgsqlCommand(
            $"""
            select tenant_id, id, next_at, data ->> 'rules' from {StoreRegistration.Schema}.mt_doc_clockrow
            where (next_at <= $1 or data ->> 'rules' <> $2) and (next_at, tenant_id, id) > ($3, $4, $5) order by next_at, tenant_id, id limit {AtOnce}
            """, connection)
        {
            Parameters =
            {
                new() { Value = now }, new() { Value = calendar.Rules.Fingerprint },
                new() { Value = after.NextAt }, new() { Value = after.Key.Organization ?? "" }, new() { Value = after.Key.PlanId ?? "" },
            },
        };
        await using var rows = await query.ExecuteReaderAsync(cancel);
        var page = new List<Found>();
        while (await rows.ReadAsync(cancel)) page.Add(new(new(rows.GetString(0), rows.GetString(1)), rows.GetString(2), rows.GetString(3)));
        return page;
    }

    /// <summary>
    /// One plan that cannot be told must not keep the others waiting; the next sweep comes back to it. Its statements may time out while the store is well, so whether the
    /// store is out of reach is asked on the connection that holds the sweep's turn: if that is lost, so is the turn.
    /// </summary>
    private async Task TryLook(NpgsqlConnection turn, Found found, TimeSpan quiet, CancellationToken cancel)
    {
        try
        {
            await Look(found, quiet, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            if (StoreFailure.IsUnreachable(e) && !await TakesWrites(turn, cancel)) throw;
            PlanFailed(log, found.Key.PlanId, Outline.Of(e));
        }
    }

    private static async Task<bool> TakesWrites(NpgsqlConnection turn, CancellationToken cancel)
    {
        await using var primary = new NpgsqlCommand("select not pg_is_in_recovery()", turn);
        return await primary.ExecuteScalarAsync(cancel) is true;
    }

    private async Task Look(Found found, TimeSpan quiet, CancellationToken cancel)
    {
        var plan = await plans.Read(found.Key, cancel);
        var now = Clock.Now(clock, plan.UpdatedAt);
        if (now.ToDateTime() - plan.UpdatedAt.ToDateTime() < quiet && Waits(found.Key) < LongestWait) return;
        waiting.TryRemove(found.Key, out _);
        var today = calendar.Today(plan, now);
        if (calendar.Tell(plan, today).Any())
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RpcPipeline>().Send(Request(plan, today, calendar.Rules), Caller.System(found.Key.Organization), cancel);
        }
        else
        {
            await PutOff(found, rows.Row(plan, now), cancel);
        }
    }

    /// <summary>
    /// How long this node has been waiting for the plan. What it did not see for longer than it ever waits, since other nodes had the turn, says nothing about now.
    /// </summary>
    private TimeSpan Waits(PlanKey key)
    {
        var now = clock.GetUtcNow();
        return now - waiting.AddOrUpdate(key, _ => (now, now), (_, wait) => (now - wait.Seen > LongestWait ? now : wait.Since, now)).Since;
    }

    /// <summary>What is told follows from the plan's version, the day and the rules: whoever else asks for the same gets the remembered answer.</summary>
    public static RaiseDuesRequest Request(CarePlan plan, DateOnly today, RuleTable rules) =>
        new() { PlanId = plan.PlanId, RequestId = ChosenId.Named(plan.PlanId, $"dues at version {plan.Version}", today.Iso(), rules.Fingerprint) };

    /// <summary>The row was early, or worked out by other rules. Only while it is as it was found: a command may have written a newer one.</summary>
    private async Task PutOff(Found found, ClockRow row, CancellationToken cancel)
    {
        await using var update = source.CreateCommand(
            $"""
            update {StoreRegistration.Schema}.mt_doc_clockrow set next_at = $3, data = data || jsonb_build_object('nextAt', $3::text, 'rules', $4::text)
            where tenant_id = $1 and id = $2 and next_at = $5 and data ->> 'rules' = $6
            """);
        foreach (var value in new[] { found.Key.Organization, found.Key.PlanId, row.NextAt, row.Rules, found.NextAt, found.Rules }) update.Parameters.AddWithValue(value);
        await update.ExecuteNonQueryAsync(cancel);
    }

    [LoggerMessage(1, LogLevel.Warning, "The clocks cannot look; what falls due waits: {Reason}")]
    private static partial void Failed(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Error, "What falls due on plan {PlanId} cannot be told: {Reason}")]
    private static partial void PlanFailed(ILogger log, string planId, string reason);
}
