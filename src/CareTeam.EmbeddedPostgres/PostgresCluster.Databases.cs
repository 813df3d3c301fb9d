using Npgsql;

namespace CareTeam.EmbeddedPostgres;

public sealed partial class PostgresCluster
{
    private const int FirstMajorWithStrategy = 15;

    /// <summary>Creates a database, as a copy of <paramref name="template"/> if given; false if it was there.</summary>
    public async Task<bool> CreateDatabaseAsync(string name, string? template = null, CancellationToken ct = default)
    {
        var copy = template is null ? "" : $" template {Quote(template)}";
        // Copying files costs a checkpoint, which is next to nothing without fsync, and saves writing the copy through the WAL.
        if (template is not null && launch.Settings["fsync"] == "off" && Binaries.Version.Major >= FirstMajorWithStrategy)
            copy += " strategy file_copy";
        try
        {
            await ExecuteAsync($"create database {Quote(name)}{copy}", ct);
            return true;
        }
        // The second is what the loser of two simultaneous creations gets.
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>Drops a database and whoever is connected to it; does nothing if there is none.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken ct = default) =>
        ExecuteAsync($"drop database if exists {Quote(name)} with (force)", ct);

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        var connect = launch.ConnectionString(Port, "postgres");
        connect.Pooling = false;
        await using var connection = new NpgsqlConnection(connect.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
