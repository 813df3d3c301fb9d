namespace CareTeam.Server.Live.Bells;

/// <summary>How long to wait before a connection is tried again; of a row of failures only the first is worth a line in the log.</summary>
public sealed class Failures(TimeProvider clock)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TimeSpan next = Shortest;

    public bool IsFirst => next == Shortest;

    public void Over() => next = Shortest;

    public Task Wait(CancellationToken cancel)
    {
        var wait = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return Task.Delay(wait, clock, cancel);
    }
}
