using System.Runtime.CompilerServices;

namespace CareTeam.Cli.Live;

/// <summary>A plan's events in order, each once, whatever happens to the connection: the version is the cursor.</summary>
public sealed class PlanWatch(Func<int, CancellationToken, IAsyncEnumerable<WatchPlanResponse>> open, TextWriter notices, TimeProvider clock)
{
    /// <summary>The version seen last.</summary>
    public required int Version { get; set; }

    /// <summary>0: never.</summary>
    public int EndAtVersion { get; init; }

    public async IAsyncEnumerable<PlanEvent> Events([EnumeratorCancellation] CancellationToken cancel)
    {
        var stream = new EnduringStream<WatchPlanResponse>(c => open(Version, c), () => $" from version {Version}", notices, clock);
        await foreach (var item in stream.Items(cancel))
        {
            if (item.Event is { } e && e.Version > Version)
            {
                Version = e.Version;
                yield return e;
            }
            if (EndAtVersion > 0 && Math.Max(Version, item.Heartbeat?.Version ?? 0) >= EndAtVersion) yield break;
        }
    }
}
