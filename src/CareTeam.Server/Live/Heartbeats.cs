namespace CareTeam.Server.Live;

/// <summary>A stream with nothing to tell says so every few seconds, and thereby that it is alive.</summary>
public static class Heartbeats
{
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Until there is something to tell, or it is time for a heartbeat.</summary>
    public static async Task WaitFor(Task next, TimeProvider clock, CancellationToken cancel)
    {
        try
        {
            await next.WaitAsync(Interval, clock, cancel);
        }
        catch (TimeoutException)
        {
            // Time for a heartbeat.
        }
    }
}
