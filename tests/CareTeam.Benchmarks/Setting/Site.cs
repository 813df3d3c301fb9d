using CareTeam.EmbeddedPostgres;

namespace CareTeam.Benchmarks.Setting;

/// <summary>One durable PostgreSQL for the whole run, and the databases and servers on it; gone at the end.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly PostgresCluster cluster;
    private readonly List<Store> stores = [];

    private Site(PostgresCluster cluster) => this.cluster = cluster;

    public string Postgres => $"PostgreSQL {cluster.Binaries.Version}, fsync on";

    public int PostmasterProcess => cluster.ProcessId;

    public static async Task<Site> Open() =>
        new(await PostgresCluster.StartAsync(new PostgresClusterOptions { Profile = PostgresProfile.Durable, Supervise = false }));

    /// <summary>A new database with a server process on it, which looks for what has fallen due unless the plans in it live in another year.</summary>
    public async Task<Store> NewStore(string name, bool clocks = true)
    {
        await cluster.CreateDatabaseAsync(name);
        var store = await Store.Start(cluster.ConnectionString(name), clocks);
        stores.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores) await store.DisposeAsync();
        Npgsql.NpgsqlConnection.ClearAllPools();
        await cluster.DisposeAsync();
    }
}
