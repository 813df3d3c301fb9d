using System.Globalization;

namespace CareTeam.Server.Plans;

/// <summary>When something came about that is recorded now, perhaps days later.</summary>
public static class OccurrenceTimes
{
    /// <summary>A device whose clock is a little fast must not lose what it sends; that then counts as of now.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>The time given, or now: not in the future, not before the patient's birth, and by a rule not after the plan's end.</summary>
    public static Timestamp OccurrenceTime(this CarePlan plan, string field, Timestamp? given, Timestamp now, string withinPlan, string what)
    {
        var time = given ?? now;
        if (time.ToDateTime() - now.ToDateTime() > ClockTolerance) throw Fault.Invalid(field, "is in the future");
        if (time > now) time = now;
        Dates.MustNotBeBefore(field, DateOnly.FromDateTime(time.ToDateTime()).Iso(), plan.Patient.BirthDate, "the patient's birth");
        if (plan.HasEnded() && time > plan.EndedAt)
            throw Fault.Refused(withinPlan, $"plan/{plan.PlanId}", $"The plan has ended; only {what} before its end can still be recorded.");
        return time;
    }
}
