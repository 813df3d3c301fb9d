using CareTeam.EmbeddedPostgres;
using CareTeam.Server.Storage;
using Marten;
using Npgsql;

[assembly: AssemblyFixture(typeof(CareTeam.Server.Tests.Hosting.Postgres))]

namespace CareTeam.Server.Tests.Hosting;

/// <summary>One private PostgreSQL for the whole run, removed with it; each test class gets a database copied from a template that has the schema.</summary>
public sealed class Postgres : IAsyncLifetime
{
    private const string Template = "template_careteam";
    private PostgresCluster? cluster;
    private int databases;

    public async ValueTask InitializeAsync()
    {
        cluster = await PostgresCluster.StartAsync(PostgresClusterOptions.Throwaway);
        await cluster.CreateDatabaseAsync(Template);
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(Template) + ";Pooling=false;Timezone=UTC");
        using var store = new DocumentStore(StoreRegistration.Options(source, StoreRegistration.RowsOfThisAssembly(), appliesSchema: true));
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
    }

    /// <summary>With more patience than the product's: where many tests share few cores, a connection and a command take their time.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"careteam_{Interlocked.Increment(ref databases)}";
        await cluster!.CreateDatabaseAsync(name, Template);
        return cluster.ConnectionString(name) + ";Timeout=30;Command Timeout=120";
    }

    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
