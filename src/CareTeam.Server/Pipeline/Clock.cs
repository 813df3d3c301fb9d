using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Server.Pipeline;

public static class Clock
{
    /// <summary>Days of tables and catalogs are those of UTC.</summary>
    public static DateOnly Day(this Timestamp time) => DateOnly.FromDateTime(time.ToDateTime());

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>
    /// Now in whole microseconds, as PostgreSQL keeps it, so that an event reads the same before and after the store; and never earlier
    /// than the plan's last event, whatever the clocks of the nodes say.
    /// </summary>
    public static Timestamp Now(TimeProvider clock, Timestamp? notBefore)
    {
        var now = clock.GetUtcNow();
        var timestamp = Timestamp.FromDateTimeOffset(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)));
        return notBefore is not null && timestamp < notBefore ? notBefore : timestamp;
    }
}
