using Marten;
using Npgsql;

namespace CareTeam.Server.Storage;

/// <summary>Selects from several tables in one statement, so that what it finds belongs together; documents are read as Marten wrote them.</summary>
public sealed class RowSelect(NpgsqlDataSource source, IDocumentStore store)
{
    private readonly ISerializer serializer = store.Options.Serializer();

    public async Task<IReadOnlyList<T>> All<T>(SqlText sql, Func<SelectedRow, T> row, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql.ToString());
        foreach (var value in sql.Values) command.Parameters.AddWithValue(value);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(row(new(rows, serializer)));
        return found;
    }
}

public readonly struct SelectedRow(NpgsqlDataReader row, ISerializer serializer)
{
    public bool Has(int column) => !row.IsDBNull(column);

    public int Version(int column) => checked((int)row.GetInt64(column));

    public Timestamp Time(int column) => Timestamp.FromDateTime(row.GetDateTime(column));

    public T Document<T>(int column) => serializer.FromJson<T>(row, column);
}
