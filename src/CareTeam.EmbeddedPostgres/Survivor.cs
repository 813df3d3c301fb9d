using System.Diagnostics;
using Npgsql;

namespace CareTeam.EmbeddedPostgres;

/// <summary>Finds the server of a folder that outlived its owner.</summary>
internal static class Survivor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<Postmaster?> FindAsync(ServerLaunch launch, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        while (PostmasterFile.Read(launch.Folder) is { } file && Signals.IsAlive(file.ProcessId))
        {
            if (await IsOursAsync(launch, file, ct))
                return new Postmaster(file, child: null);

            if (file.IsNowAStranger())
            {
                File.Delete(PostmasterFile.PathIn(launch.Folder));
                return null;
            }

            if (clock.Elapsed > Patience)
            {
                throw new EmbeddedPostgresException(
                    $"Process {file.ProcessId} seems to run the cluster in {launch.Folder.Path} but does not answer on port {file.Port}. "
                    + $"Look at {launch.Folder.Log}; end that process if it hangs.");
            }

            await Task.Delay(20, ct); // it may be starting, recovering or shutting down
        }

        return null;
    }

    // The server reads us its own postmaster.pid: that proves the folder, whatever path it is mounted at.
    private static async Task<bool> IsOursAsync(ServerLaunch launch, PostmasterFile file, CancellationToken ct)
    {
        if (file.Port == 0)
            return false;
        var connect = launch.ConnectionString(file.Port, "postgres");
        connect.Pooling = false;
        connect.Timeout = 5;
        try
        {
            await using var connection = new NpgsqlConnection(connect.ConnectionString);
            await connection.OpenAsync(ct);
            await using var read = new NpgsqlCommand("select pg_read_file('postmaster.pid')", connection);
            return await read.ExecuteScalarAsync(ct) is string text && file.IsSameServerAs(PostmasterFile.Parse(text));
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
