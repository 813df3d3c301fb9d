using Marten;

namespace CareTeam.Server.Storage;

/// <summary>
/// Writes decisions: events, rows, a snapshot when one is due, and the receipt, in one transaction. Takes many plans and several requests at once, also of several organizations,
/// as an import and the group commit need it.
/// </summary>
public sealed class PlanCommitter(IDocumentStore store, IEnumerable<IPlanRows> rows, PlanCache cache, IDoorbell doorbell)
{
    private readonly IPlanRows[] rows = [.. rows];

    public Task Commit(Commitment alone) => Commit([alone]);

    /// <summary>All or nothing. StaleDecisionException, RequestIdTakenException, Refused when a row's id is used, or OutcomeUnknownException when the store went out of reach.</summary>
    public async Task Commit(IReadOnlyList<Commitment> together)
    {
        var changes = together.SelectMany(c => c.Changes).ToList();
        // A session knows a plan by its id alone, and would write two organizations' into one.
        if (changes.GroupBy(c => c.Key.PlanId).Any(same => same.Select(c => c.Key.Organization).Distinct().Count() > 1))
            throw new InvalidOperationException("Plans of two organizations with one id cannot be committed together.");
        await using var session = store.LightweightSession(together[0].Organization);
        foreach (var commitment in together)
        {
            var operations = commitment.Organization == session.TenantId ? session : (IDocumentOperations)session.ForTenant(commitment.Organization);
            foreach (var change in commitment.Changes) Add(operations, change);
            operations.Insert(commitment.Receipt);
        }
        try
        {
            // Not cancelled with the call: a client that went away must not turn a commit into an unknown outcome.
            await session.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            foreach (var change in changes) cache.Doubt(change.Key);
            if (StoreFailure.IsUnreachable(e))
            {
                cache.DoubtAll();
                throw new OutcomeUnknownException(e);
            }
            if (StoreFailure.IsStaleDecision(e)) throw new StaleDecisionException(e);
            if (StoreFailure.IsRequestIdTaken(e)) throw new RequestIdTakenException(e);
            if (StoreFailure.Taken(e) is { } taken) throw Fault.Refused("id.unused", taken, "The plan has one with this id already; choose another id, or none.");
            throw;
        }
        foreach (var change in changes.Where(c => c.Events.Count > 0))
        {
            // The store took the append at the version that was decided on, so what this was decided on was right.
            cache.Publish(change.Key, change.After, change.Events);
            cache.EntryOf(change.Key).IsDoubtful = false;
            if (IsSnapshotDue(change)) cache.EntryOf(change.Key).SnapshotAt = change.After.Version;
            doorbell.Ring(change.Key, change.After.Version);
        }
    }

    private bool IsSnapshotDue(PlanChange change) => PlanSnapshot.IsDue(cache.EntryOf(change.Key).SnapshotAt, change.After.Version);

    private void Add(IDocumentOperations session, PlanChange change)
    {
        if (change.Events.Count == 0) return;
        var stored = change.Events.Select(e => e.ToStored());
        if (change.Before.Version == 0) session.Events.StartStream(change.Key.PlanId, stored);
        else session.Events.Append(change.Key.PlanId, change.After.Version, stored);
        foreach (var row in rows) row.Write(session, change.Before, change.After, change.Events);
        if (IsSnapshotDue(change)) session.Store(PlanSnapshot.Of(change.After));
    }
}
