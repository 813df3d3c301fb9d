using Npgsql;

namespace CareTeam.EmbeddedPostgres.Tests;

/// <summary>What the tests do with a cluster.</summary>
internal static class Clusters
{
    /// <summary>A kept folder, as a server has, but without the waiting for a disk.</summary>
    public static PostgresClusterOptions In(string folder) => new() { Folder = folder, Profile = PostgresProfile.Throwaway };

    public static Task<PostgresCluster> StartAsync(PostgresClusterOptions options) =>
        PostgresCluster.StartAsync(options, ct: Poll.Cancelled);

    public static async Task<T?> AskAsync<T>(this PostgresCluster cluster, string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(Poll.Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(Poll.Cancelled);
    }
}
