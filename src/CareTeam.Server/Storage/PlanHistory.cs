using Marten;
using Npgsql;

namespace CareTeam.Server.Storage;

/// <summary>The events of plans, read from the store.</summary>
public sealed class PlanHistory(IDocumentStore store, NpgsqlDataSource source)
{
    /// <summary>A conflict travels in HTTP/2 trailers, and many clients and proxies take no more than 8 kB of them, base64 included.</summary>
    private const int ConflictBytes = 4_000;

    private const int AtOnce = 100;

    /// <summary>At most `most` events after a version, in order.</summary>
    public async Task<IReadOnlyList<PlanEvent>> After(PlanKey key, int version, int most, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var events = await session.Events.FetchStreamAsync(key.PlanId, fromVersion: version + 1L, version: (long)version + most, token: cancel);
        return [.. events.Select(PlanEvents.FromStored)];
    }

    /// <summary>The events of some kinds up to a version, in order: the others are not read.</summary>
    public async Task<IReadOnlyList<PlanEvent>> OfKinds(PlanKey key, IReadOnlyCollection<Type> kinds, int upTo, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var names = kinds.Select(kind => PlanEvents.FieldOf[kind].Name).ToArray();
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamKey == key.PlanId && e.Version <= upTo && e.EventTypeName.IsOneOf(names))
            .OrderBy(e => e.Version).ToListAsync(cancel);
        return [.. events.Select(PlanEvents.FromStored)];
    }

    /// <summary>The plan's newest version; 0 when there is none.</summary>
    public async Task<int> Version(PlanKey key, CancellationToken cancel) => (await Versions(key.Organization, [key], cancel)).Select(v => v.Version).SingleOrDefault();

    /// <summary>What came after a version that a caller knew, as the detail of a conflict; texts beside the plan are left out, and other long ones are cut.</summary>
    public async Task<PlanConflict> Since(PlanKey key, int version, int current, CancellationToken cancel)
    {
        var conflict = new PlanConflict { PlanId = key.PlanId, ExpectedVersion = version, CurrentVersion = current };
        foreach (var e in await After(key, version, 20, cancel))
        {
            var shown = TextsBesideThePlan.LeftOut(e);
            LongTexts.Cut(shown);
            if (conflict.CalculateSize() + shown.CalculateSize() > ConflictBytes) break;
            conflict.Events.Add(shown);
        }
        conflict.Truncated = conflict.Events.Count < current - version;
        return conflict;
    }

    /// <summary>How many events of the plan were recorded up to a time, which is the version it had then.</summary>
    public async Task<int> VersionAt(PlanKey key, Timestamp time, CancellationToken cancel)
    {
        await using var session = store.QuerySession(key.Organization);
        var until = time.ToDateTimeOffset();
        return await session.Events.QueryAllRawEvents().Where(e => e.StreamKey == key.PlanId && e.Timestamp <= until).CountAsync(cancel);
    }

    /// <summary>When the event of a version was recorded (null: the store has no such event), and the newest version, in one round trip and without reading an event.</summary>
    public async Task<(DateTime? RecordedAt, int Newest)> Tip(PlanKey key, int version, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(
            $"select max(timestamp) filter (where version = $3), max(version) from {StoreRegistration.Schema}.mt_events where tenant_id = $1 and stream_id = $2 and version >= $3");
        command.Parameters.AddWithValue(key.Organization);
        command.Parameters.AddWithValue(key.PlanId);
        command.Parameters.AddWithValue((long)version);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return row.IsDBNull(0) ? (null, 0) : (row.GetDateTime(0), checked((int)row.GetInt64(1)));
    }

    /// <summary>The versions of several plans of one organization, in one round trip and without reading an event.</summary>
    public async Task<IReadOnlyList<(PlanKey Key, int Version)>> Versions(string organization, IEnumerable<PlanKey> keys, CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"select id, version from {StoreRegistration.Schema}.mt_streams where tenant_id = $1 and id = any($2)");
        command.Parameters.AddWithValue(organization);
        command.Parameters.AddWithValue(keys.Select(k => k.PlanId).ToArray());
        return [.. (await Versions(command, cancel)).Select(v => (new PlanKey(organization, v.PlanId), v.Version))];
    }

    /// <summary>The versions of all plans of an organization.</summary>
    public async Task<IReadOnlyList<(string PlanId, int Version)>> Versions(string organization, CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"select id, version from {StoreRegistration.Schema}.mt_streams where tenant_id = $1 and {IsPlan("id")}");
        command.Parameters.AddWithValue(organization);
        return await Versions(command, cancel);
    }

    /// <summary>The versions of the plans of an organization that have events numbered after this one, over all plans of the store.</summary>
    public async Task<IReadOnlyList<(string PlanId, int Version)>> VersionsSince(string organization, long number, CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"select stream_id, max(version) from {StoreRegistration.Schema}.mt_events where seq_id > $1 and tenant_id = $2 and {IsPlan("stream_id")} group by stream_id");
        command.Parameters.AddWithValue(number);
        command.Parameters.AddWithValue(organization);
        return await Versions(command, cancel);
    }

    /// <summary>Marten files the numbers of events whose transaction failed under a stream of its own.</summary>
    private static string IsPlan(string column) => $"{column} <> 'mt_tombstone'";

    /// <summary>The number of the newest event of the store, also of one that is being committed.</summary>
    public async Task<long> NewestNumber(CancellationToken cancel)
    {
        await using var command = source.CreateCommand($"select last_value from {StoreRegistration.Schema}.mt_events_sequence");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<IReadOnlyList<(string PlanId, int Version)>> Versions(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var versions = new List<(string, int)>();
        while (await rows.ReadAsync(cancel)) versions.Add((rows.GetString(0), checked((int)rows.GetInt64(1))));
        return versions;
    }
}
