namespace CareTeam.Server.Tests.Hosting;

/// <summary>A clock that a test sets. Timers run in real time: a test that waits for one sets the time first.</summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset time) => Volatile.Write(ref ticks, time.UtcTicks);
}
