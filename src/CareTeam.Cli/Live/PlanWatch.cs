using System.Runtime.CompilerServices;

namespace CareTeam.Cli.Live;

/// <summary>
/// A plan's events in order, each once, whatever happens to the connection: the version is the cursor, and a stream that ends or falls
/// silent is opened again after the version seen last.
/// </summary>
public sealed class PlanWatch(Func<int, CancellationToken, IAsyncEnumerable<WatchPlanResponse>> open, TextWriter notices, TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>The version seen last.</summary>
    public required int Version { get; set; }

    /// <summary>0: never.</summary>
    public int EndAtVersion { get; init; }

    public async IAsyncEnumerable<PlanEvent> Events([EnumeratorCancellation] CancellationToken cancel)
    {
        var (wait, told) = (FirstWait, false);
        while (true)
        {
            await using (var items = new OpenedStream(open(Version, cancel), clock, cancel))
            {
                while (await items.Next() is { } item)
                {
                    (wait, told) = (FirstWait, false);
                    if (item.Event is { } e && e.Version > Version)
                    {
                        Version = e.Version;
                        yield return e;
                    }
                    if (EndAtVersion > 0 && Math.Max(Version, item.Heartbeat?.Version ?? 0) >= EndAtVersion) yield break;
                }
                if (!told) await notices.WriteLineAsync($"reconnecting from version {Version} ({items.End})");
                told = true;
            }
            await Task.Delay(wait, clock, cancel);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }
}
