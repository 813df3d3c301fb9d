using Npgsql;
using NpgsqlTypes;

namespace CareTeam.Benchmarks.Writes;

/// <summary>
/// The rows that the server writes for the command, in plain prepared SQL on a connection held all the time. As with the server, BEGIN
/// travels with the statements and COMMIT by itself.
/// </summary>
internal sealed class RawWriter : IWorker
{
    private const string UpdateStream =
        $"update {StoreRegistration.Schema}.mt_streams set version = $3, timestamp = now() where tenant_id = $1 and id = $2 and version = $3 - 1";

    private const string InsertEvent =
        $"""
        insert into {StoreRegistration.Schema}.mt_events
            (tenant_id, stream_id, version, id, data, type, mt_dotnet_type, headers, timestamp, is_archived, seq_id)
        values ($1, $2, $3, $4, $5, 'note_submitted', $6, $7, $8, false, nextval('{StoreRegistration.Schema}.mt_events_sequence'))
        """;

    private const string InsertRow = $"insert into {StoreRegistration.Schema}.mt_doc_noterow (tenant_id, id, data) values ($1, $2, $3)";
    private const string InsertReceipt = $"insert into {StoreRegistration.Schema}.mt_doc_receipt (tenant_id, id, data) values ($1, $2, $3)";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly NotePattern pattern;
    private readonly Taking taking;
    private readonly Dictionary<string, long> versions;

    private RawWriter(NpgsqlConnection connection, NotePattern pattern, string[] plans)
    {
        this.connection = connection;
        this.pattern = pattern;
        taking = new(plans);
        versions = plans.ToDictionary(p => p, _ => 3L);
        batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(UpdateStream, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Bigint),
                Command(InsertEvent, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Jsonb,
                    NpgsqlDbType.Varchar, NpgsqlDbType.Jsonb, NpgsqlDbType.TimestampTz),
                Command(InsertRow, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Jsonb),
                Command(InsertReceipt, NpgsqlDbType.Varchar, NpgsqlDbType.Varchar, NpgsqlDbType.Jsonb),
            },
        };
    }

    public static async Task<IWorker> Open(NpgsqlDataSource source, NotePattern pattern, string[] plans)
    {
        var writer = new RawWriter(await source.OpenConnectionAsync(), pattern, plans);
        await writer.batch.PrepareAsync();
        return writer;
    }

    public async Task Once()
    {
        var plan = taking.Next();
        var now = DateTime.UtcNow;
        var note = pattern.Fill(plan, now);
        var version = ++versions[plan];
        Set(0, Staff.Organization, plan, version);
        Set(1, Staff.Organization, plan, version, Guid.CreateVersion7(), note.Event, note.EventType, note.Headers, now);
        Set(2, Staff.Organization, $"{plan}/{note.NoteId}", note.Row);
        Set(3, Staff.Organization, note.RequestId, note.Receipt);

        await using var transaction = await connection.BeginTransactionAsync();
        batch.Transaction = transaction;
        if (await batch.ExecuteNonQueryAsync() != 4) throw new InvalidOperationException("Not every row was written.");
        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlDbType> types)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var type in types) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        return command;
    }

    private void Set(int statement, params ReadOnlySpan<object> values)
    {
        var parameters = batch.BatchCommands[statement].Parameters;
        for (var i = 0; i < values.Length; i++) parameters[i].Value = values[i];
    }
}
