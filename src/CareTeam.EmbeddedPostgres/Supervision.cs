using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CareTeam.EmbeddedPostgres;

/// <summary>Starts a server again each time it dies.</summary>
internal static class Supervision
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(PostgresCluster cluster, ILogger log, CancellationToken ct)
    {
        // The first death is answered at once; a server that dies or fails again and again is given more and more time.
        var delay = TimeSpan.Zero;
        while (true)
        {
            var up = Stopwatch.StartNew();
            await cluster.Died.WaitAsync(ct);
            if (up.Elapsed > Stable)
                delay = TimeSpan.Zero;
            await Task.Delay(delay, ct);
            delay = Longer(delay);
            try
            {
                await cluster.StartAgainAsync(ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.NotStartedAgain(e, cluster.Folder, delay);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan delay)
    {
        var next = delay * 2 + TimeSpan.FromMilliseconds(50);
        return next < Longest ? next : Longest;
    }
}
