using System.Threading.Channels;

namespace CareTeam.Server.Storage;

/// <summary>
/// Group commit: requests that arrive while commits are in flight are committed together, one transaction for several plans, whatever their organizations, which saves
/// round trips and flushes when many write at once and costs nothing when few do. From a group that fails those are taken out that repeat what is stored; otherwise it is
/// retried one by one, so that each request is judged by its own exception.
/// </summary>
public sealed class CommitQueue : IAsyncDisposable
{
    /// <summary>Transactions in flight: while one waits for the disk, another is prepared.</summary>
    private const int Workers = 2;

    private const int MostTogether = 16;

    private readonly PlanCommitter committer;
    private readonly ReceiptStore receipts;
    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>();
    private readonly Task[] workers;

    public CommitQueue(PlanCommitter committer, ReceiptStore receipts)
    {
        (this.committer, this.receipts) = (committer, receipts);
        workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(Work))];
    }

    /// <summary>Ends when the request's own transaction has; throws what PlanCommitter throws.</summary>
    public Task Commit(Commitment commitment)
    {
        var pending = new Pending(commitment);
        if (!queue.Writer.TryWrite(pending)) throw Fault.Unavailable("The server is stopping.");
        return pending.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(workers);
    }

    private async Task Work()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var waiting = new List<Pending>();
            while (waiting.Count < MostTogether && queue.Reader.TryRead(out var pending)) waiting.Add(pending);
            foreach (var group in Groups(waiting)) await Commit(group);
        }
    }

    /// <summary>
    /// Each plan and each request_id once: a session would merge two appends to one plan. It knows plans by their ids alone, and organizations choose theirs: two that happen to
    /// use one id must not meet in it.
    /// </summary>
    private static IEnumerable<IReadOnlyList<Pending>> Groups(List<Pending> waiting)
    {
        var seen = new HashSet<string>();
        var (together, alone) = (new List<Pending>(), new List<Pending>());
        foreach (var pending in waiting) (pending.Names.All(seen.Add) ? together : alone).Add(pending);
        if (together.Count > 0) yield return together;
        foreach (var pending in alone) yield return [pending];
    }

    private async Task Commit(IReadOnlyList<Pending> group)
    {
        try
        {
            if (group.Count > 0) await committer.Commit([.. group.Select(p => p.Commitment)]);
            foreach (var pending in group) pending.Done.SetResult();
        }
        catch (Exception e) when (group.Count == 1 || e is OutcomeUnknownException)
        {
            foreach (var pending in group) pending.Done.SetException(e);
        }
        catch (Exception e)
        {
            // Nothing of the group was stored.
            var repeats = await Repeats(group, e);
            foreach (var repeat in repeats) repeat.Done.SetException(new RequestIdTakenException(e));
            if (repeats.Count > 0) await Commit([.. group.Except(repeats)]);
            else foreach (var pending in group) await Commit([pending]);
        }
    }

    /// <summary>
    /// Those whose receipts are stored, when that may be why: clients send again what they got no answer to, and one of them must not cost all of its group a transaction each.
    /// A repeat may also be told by the key of the row that it was to insert.
    /// </summary>
    private async Task<IReadOnlyList<Pending>> Repeats(IReadOnlyList<Pending> group, Exception e)
    {
        if (e is not (RequestIdTakenException or CareTeamException { Kind: ErrorKind.Refused })) return [];
        try
        {
            var repeats = new List<Pending>();
            foreach (var some in group.GroupBy(p => p.Commitment.Organization))
            {
                var known = await receipts.Known(some.Key, some.Select(p => p.Commitment.Receipt.Id), CancellationToken.None);
                repeats.AddRange(some.Where(p => known.Contains(p.Commitment.Receipt.Id)));
            }
            return repeats;
        }
        catch (Exception)
        {
            // Whatever keeps the receipts from being read, each finds out by itself.
            return [];
        }
    }

    private sealed record Pending(Commitment Commitment)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IEnumerable<string> Names => Commitment.Changes.Select(c => "plan " + c.Key.PlanId).Append($"request {Commitment.Receipt.Id} of {Commitment.Organization}");
    }
}
