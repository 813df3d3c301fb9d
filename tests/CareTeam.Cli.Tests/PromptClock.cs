using Microsoft.Extensions.Time.Testing;

namespace CareTeam.Cli.Tests;

/// <summary>
/// Waits between two tries pass at once, and the clock shows that they passed. Longer limits stand until a test advances the clock, so that
/// no test depends on which thread is faster.
/// </summary>
internal sealed class PromptClock : FakeTimeProvider
{
    private static readonly TimeSpan LongestWaitBetweenTries = TimeSpan.FromSeconds(5);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero || dueTime > LongestWaitBetweenTries) return base.CreateTimer(callback, state, dueTime, period);
        Advance(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
