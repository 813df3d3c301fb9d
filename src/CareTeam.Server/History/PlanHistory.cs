using Marten;

namespace CareTeam.Server.History;

/// <summary>The events of a plan, read from the store.</summary>
public sealed class PlanHistory(IDocumentStore store)
{
    /// <summary>A conflict travels in HTTP/2 trailers, and many clients and proxies take no more than 8 kB of them, base64 included.</summary>
    private const int ConflictBytes = 4_000;

    /// <summary>At most `most` events after a version, in order.</summary>
    public async Task<IReadOnlyList<PlanEvent>> After(PlanKey key, int version, int most, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var events = await session.Events.FetchStreamAsync(key.PlanId, fromVersion: version + 1, version: (long)version + most, token: cancel);
        return [.. events.Select(PlanEvents.FromStored)];
    }

    /// <summary>What came after a version that a caller knew, as the detail of a conflict; texts of notes are left out.</summary>
    public async Task<PlanConflict> Since(PlanKey key, int version, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var current = (await session.Events.FetchStreamStateAsync(key.PlanId, cancel))?.Version ?? 0;
        var conflict = new PlanConflict { PlanId = key.PlanId, ExpectedVersion = version, CurrentVersion = checked((int)current) };
        foreach (var e in await After(key, version, 20, cancel))
        {
            var shown = WithoutNoteText(e);
            if (conflict.CalculateSize() + shown.CalculateSize() > ConflictBytes) break;
            conflict.Events.Add(shown);
        }
        conflict.Truncated = conflict.Events.Count < current - version;
        return conflict;
    }

    /// <summary>How many events of the plan were recorded up to a time.</summary>
    public async Task<int> VersionAt(PlanKey key, Timestamp time, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var events = await session.Events.FetchStreamAsync(key.PlanId, timestamp: time.ToDateTimeOffset(), token: cancel);
        return events.Count;
    }

    private static PlanEvent WithoutNoteText(PlanEvent e)
    {
        if (e.NoteSubmitted is null && e.NoteAmended is null) return e;
        var copy = e.Clone();
        if (copy.NoteSubmitted is { } submitted) submitted.Body = null;
        if (copy.NoteAmended is { } amended) amended.Text = "";
        return copy;
    }
}
