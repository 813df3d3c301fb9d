namespace CareTeam.EmbeddedPostgres.Tests;

/// <summary>One cluster for the tests of a class that leave it as they found it.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    public PostgresCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cluster = await Clusters.StartAsync(
        PostgresClusterOptions.Throwaway with { Settings = new Dictionary<string, string> { ["autovacuum"] = "on" } });

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
