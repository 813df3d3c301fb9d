using System.Diagnostics;

namespace CareTeam.EmbeddedPostgres;

/// <summary>Starts a server and waits until it accepts connections.</summary>
internal static class PostmasterStart
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GraceForOldChildren = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWaitForOldChildren = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private const int PortsToTry = 20;

    // The shell only turns the output to the log; all that varies comes after it, as arguments.
    private static readonly string[] IntoLog = ["sh", "-c", $"exec \"$@\" </dev/null >>{ClusterFolder.LogName} 2>&1", "sh"];

    public static async Task<Postmaster> StartAsync(ServerLaunch launch, int? port, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        for (var tries = 1; ; tries++)
        {
            var log = new ServerLog(launch.Folder);
            var chosen = port ?? FreePort.Pick();
            if (await TryAsync(launch, chosen, ct) is { } postmaster)
                return postmaster;

            var said = log.Read();
            if (said.Contains("Address already in use", StringComparison.Ordinal))
            {
                if (port is null && tries < PortsToTry)
                    continue;
                throw new EmbeddedPostgresException(
                    $"Port {chosen} is taken by another program; name another port, or none to get a free one.");
            }

            // A dead server that nobody has reaped yet, or ever will under some containers' first process, still counts as living.
            if (said.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal)
                && PostmasterFile.Read(launch.Folder) is { } dead && !Signals.IsAlive(dead.ProcessId))
            {
                if (clock.Elapsed > GraceForOldChildren)
                    File.Delete(PostmasterFile.PathIn(launch.Folder));
                await Task.Delay(Glance, ct);
                continue;
            }

            // Children of a killed postmaster hold its shared memory until they notice: at once when idle, late in a long query.
            if (said.Contains("pre-existing shared memory block", StringComparison.Ordinal) && clock.Elapsed < LongestWaitForOldChildren)
            {
                if (clock.Elapsed > GraceForOldChildren)
                    await ServerProcesses.KillAllAsync(launch.ClusterName, ct);
                await Task.Delay(Glance, ct);
                continue;
            }

            throw new EmbeddedPostgresException(
                $"{launch.Binaries.Postgres} did not start in {launch.Folder.Path}. The end of {launch.Folder.Log}:\n{log.LastLines()}");
        }
    }

    /// <summary>Null when the server gave up; the log says why.</summary>
    private static async Task<Postmaster?> TryAsync(ServerLaunch launch, int port, CancellationToken ct)
    {
        var before = PostmasterFile.Read(launch.Folder);
        var child = Process.Start(Command.Prepare(
            [.. launch.Account.Prefix, .. IntoLog, .. Detached.Prefix, launch.Binaries.Postgres, .. launch.Arguments(port)],
            launch.Folder.Path))!;

        var clock = Stopwatch.StartNew();
        try
        {
            while (!child.HasExited && clock.Elapsed < LongestRecovery)
            {
                if (PostmasterFile.Read(launch.Folder) is { IsReady: true } now && !now.IsSameServerAs(before))
                    return new Postmaster(now, child);
                await Task.Delay(Glance, ct);
            }
        }
        catch (OperationCanceledException)
        {
            await AbandonAsync();
            throw;
        }

        await AbandonAsync();
        return null;

        async Task AbandonAsync()
        {
            if (child.HasExited)
                return;
            await ServerProcesses.KillAllAsync(launch.ClusterName, CancellationToken.None);
            child.Kill();
            await child.WaitForExitAsync(CancellationToken.None);
        }
    }
}
