using CareTeam.EmbeddedPostgres;
using Npgsql;

namespace CareTeam.Benchmarks.Live;

/// <summary>Two server processes on one PostgreSQL that keeps the time of every commit.</summary>
internal sealed class LiveSite : IAsyncDisposable
{
    private readonly PostgresCluster cluster;
    private readonly InProcessServer inProcess;

    private LiveSite(PostgresCluster cluster, string connectionString, ServerProcess committing, ServerProcess other)
    {
        (this.cluster, ConnectionString, Committing, Other) = (cluster, connectionString, committing, other);
        Sql = NpgsqlDataSource.Create(connectionString);
        inProcess = new(connectionString);
        Seed = new(inProcess);
    }

    public string ConnectionString { get; }

    public ServerProcess Committing { get; }

    public ServerProcess Other { get; }

    public NpgsqlDataSource Sql { get; }

    public InProcessServer InProcess => inProcess;

    public Seed Seed { get; }

    public static async Task<LiveSite> Open()
    {
        var cluster = await PostgresCluster.StartAsync(new PostgresClusterOptions
        {
            Profile = PostgresProfile.Durable,
            Supervise = false,
            Settings = new Dictionary<string, string> { ["track_commit_timestamp"] = "on" },
        });
        await cluster.CreateDatabaseAsync("live");
        var connectionString = StoreConnection.Tuned(cluster.ConnectionString("live"), appliesSchema: true).ConnectionString;
        var committing = await ServerProcess.Start(connectionString);
        return new(cluster, connectionString, committing, await ServerProcess.Start(connectionString));
    }

    /// <summary>An active plan of three events.</summary>
    public async Task<string> NewPlan() => (await Seed.Plans(1))[0];

    public async ValueTask DisposeAsync()
    {
        await Other.DisposeAsync();
        await Committing.DisposeAsync();
        await inProcess.DisposeAsync();
        await Sql.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await cluster.DisposeAsync();
    }
}
