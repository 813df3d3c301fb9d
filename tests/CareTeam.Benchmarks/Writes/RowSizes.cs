namespace CareTeam.Benchmarks.Writes;

/// <summary>Makes sure that raw SQL writes what the server writes: the same rows, of the same size.</summary>
internal static class RowSizes
{
    private const double Tolerance = 0.02;

    private const string Written =
        $"""
        with event as (select e.*, e.xmin as written_by from {StoreRegistration.Schema}.mt_events e where stream_id = $1 and type = 'note_submitted')
        select 'mt_events', sum(pg_column_size(e.*)) from {StoreRegistration.Schema}.mt_events e where stream_id = $1 and type = 'note_submitted'
        union all
        select 'mt_streams', sum(pg_column_size(s.*)) from {StoreRegistration.Schema}.mt_streams s where xmin in (select written_by from event)
        union all
        select 'mt_doc_noterow', sum(pg_column_size(n.*)) from {StoreRegistration.Schema}.mt_doc_noterow n where xmin in (select written_by from event)
        union all
        select 'mt_doc_receipt', sum(pg_column_size(r.*)) from {StoreRegistration.Schema}.mt_doc_receipt r where xmin in (select written_by from event)
        """;

    public static async Task Check(
        Store store, Seed seed, Func<int, string[], Task<IWorker>> raw, Func<int, string[], Task<IWorker>> server, Report report)
    {
        var byRaw = await OneOf(raw);
        var byServer = await OneOf(server);
        report.Table("Bytes of the rows of one command", ["table", "raw SQL", "server"], byRaw.Keys.Select(t => (IReadOnlyList<object>)[t, byRaw[t], byServer[t]]));
        foreach (var (table, bytes) in byRaw)
            if (Math.Abs(bytes - byServer[table]) > Tolerance * byServer[table])
                throw new InvalidOperationException($"Raw SQL writes {bytes} bytes to {table}, the server {byServer[table]}: they cannot be compared.");

        async Task<Dictionary<string, long>> OneOf(Func<int, string[], Task<IWorker>> writer)
        {
            var plan = await seed.Plans(1);
            await using (var worker = await writer(0, plan)) await worker.Once();
            await using var command = store.Sql.CreateCommand(Written);
            command.Parameters.AddWithValue(plan.Single());
            await using var rows = await command.ExecuteReaderAsync();
            var sizes = new Dictionary<string, long>();
            while (await rows.ReadAsync()) sizes.Add(rows.GetString(0), await rows.IsDBNullAsync(1) ? 0 : rows.GetInt64(1));
            return sizes;
        }
    }
}
