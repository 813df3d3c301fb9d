using Npgsql;

namespace CareTeam.Benchmarks.Setting;

/// <summary>A database, the server process that serves it, and the same server code in this process on the same database.</summary>
public sealed class Store : IAsyncDisposable
{
    private Store(string connectionString, ServerProcess server)
    {
        Server = server;
        ConnectionString = StoreConnection.Tuned(connectionString, appliesSchema: true).ConnectionString;
        InProcess = new InProcessServer(ConnectionString);
        Sql = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 100 }.ConnectionString).Build();
    }

    public string ConnectionString { get; }

    public ServerProcess Server { get; }

    public InProcessServer InProcess { get; }

    /// <summary>For raw SQL, with the settings of the server's connections.</summary>
    public NpgsqlDataSource Sql { get; }

    /// <summary>The server applies the schema before it listens.</summary>
    public static async Task<Store> Start(string connectionString, bool clocks) => new(connectionString, await ServerProcess.Start(connectionString, clocks));

    /// <summary>After seeding: prepared statements keep the plans that they were first given.</summary>
    public async Task Analyze()
    {
        await using var command = Sql.CreateCommand("vacuum (analyze)");
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
        await using var checkpoint = Sql.CreateCommand("checkpoint");
        await checkpoint.ExecuteNonQueryAsync();
    }

    /// <summary>Deletes all plans; what the servers remember of them no longer matters.</summary>
    public async Task Empty()
    {
        const string schema = StoreRegistration.Schema;
        await using var command = Sql.CreateCommand(
            $"truncate {schema}.mt_events, {schema}.mt_streams, {schema}.mt_doc_noterow, {schema}.mt_doc_receipt, {schema}.mt_doc_planrow, {schema}.mt_doc_plansnapshot");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await InProcess.DisposeAsync();
        await Sql.DisposeAsync();
    }
}
