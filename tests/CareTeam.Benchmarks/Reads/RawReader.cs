using Npgsql;

namespace CareTeam.Benchmarks.Reads;

/// <summary>A prepared select on a connection held all the time; every value of every row is read.</summary>
internal sealed class RawReader : IWorker
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly Func<string> nextParameter;

    private RawReader(NpgsqlConnection connection, string sql, Func<string> nextParameter)
    {
        this.connection = connection;
        this.nextParameter = nextParameter;
        command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<string>() } };
    }

    public static async Task<IWorker> Open(NpgsqlDataSource source, string sql, Func<string> nextParameter)
    {
        var reader = new RawReader(await source.OpenConnectionAsync(), sql, nextParameter);
        reader.command.Parameters[0].NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar;
        await reader.command.PrepareAsync();
        return reader;
    }

    public async Task Once()
    {
        ((NpgsqlParameter<string>)command.Parameters[0]).TypedValue = nextParameter();
        await using var rows = await command.ExecuteReaderAsync();
        var read = 0;
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++) _ = rows.GetValue(column);
            read++;
        }
        if (read == 0) throw new InvalidOperationException("Nothing was found.");
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
