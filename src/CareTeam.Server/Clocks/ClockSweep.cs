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

    private readonly ConcurrentDictionary<PlanKey, DateTimeOffset> waiting = [];

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
        for (var after = new Found(default, "", ""); ;)
        {
            var page = await Page(connection, now, after, cancel);
            foreach (var found in page) await TryLook(found, quiet, cancel);
            if (page.Count < AtOnce) return;
            after = page[^1];
        }
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

    /// <summary>One plan that cannot be told must not keep the others waiting; the next sweep comes back to it.</summary>
    private async Task TryLook(Found found, TimeSpan quiet, CancellationToken cancel)
    {
        try
        {
            await Look(found, quiet, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && !StoreFailure.IsUnreachable(e))
        {
            PlanFailed(log, found.Key.PlanId, Outline.Of(e));
        }
    }

    private async Task Look(Found found, TimeSpan quiet, CancellationToken cancel)
    {
        var plan = await plans.Read(found.Key, cancel);
        var now = Clock.Now(clock, plan.UpdatedAt);
        if (now.ToDateTime() - plan.UpdatedAt.ToDateTime() < quiet && clock.GetUtcNow() - waiting.GetOrAdd(found.Key, _ => clock.GetUtcNow()) < LongestWait) return;
        waiting.TryRemove(found.Key, out _);
        if (calendar.Tell(plan, calendar.Today(plan, now)).Any())
        {
            await using var scope = scopes.CreateAsyncScope();
            // The same version asks for the same: whoever else asks it too gets the remembered answer.
            var request = new RaiseDuesRequest { PlanId = plan.PlanId, RequestId = ChosenId.Named(plan.PlanId, $"dues at version {plan.Version}", now.ToString()) };
            await scope.ServiceProvider.GetRequiredService<RpcPipeline>().Send(request, Caller.System(found.Key.Organization), cancel);
        }
        else
        {
            await PutOff(found, rows.Row(plan, now), cancel);
        }
    }

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
