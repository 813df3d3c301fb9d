namespace CareTeam.Server.Rules;

/// <summary>Days are the days where the care is given.</summary>
public static class Calendar
{
    public static readonly RuleKey TimeZone = new("calendar.time-zone", "zone");

    /// <summary>The day that a time belongs to where the care is given.</summary>
    public static DateOnly Day(this RuleTable rules, Coverage? coverage, Timestamp time)
    {
        var utc = time.ToDateTime();
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone(rules, coverage, DateOnly.FromDateTime(utc))));
    }

    /// <summary>When a day begins where the care is given, in UTC.</summary>
    public static DateTime Start(this RuleTable rules, Coverage? coverage, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return DateTime.SpecifyKind(midnight - Zone(rules, coverage, day).GetUtcOffset(midnight), DateTimeKind.Utc);
    }

    /// <summary>When what is told of a day had occurred for certain: at its end, or now when the day is not over.</summary>
    public static Timestamp OccurredBy(this RuleTable rules, Coverage? coverage, DateOnly day, Timestamp now)
    {
        var end = Timestamp.FromDateTime(rules.Start(coverage, day.AddDays(1)).AddMicroseconds(-1));
        return end < now ? end : now;
    }

    /// <summary>What comes of something told late came about with it.</summary>
    public static IEnumerable<PlanEvent> AllAt(this IEnumerable<PlanEvent> events, Timestamp time)
    {
        foreach (var e in events)
        {
            e.OccurredAt = time;
            yield return e;
        }
    }

    private static TimeZoneInfo Zone(RuleTable rules, Coverage? coverage, DateOnly day) =>
        rules.InForce(TimeZone, coverage, day) is { Severity: not RuleSeverity.Off } rule ? TimeZoneInfo.FindSystemTimeZoneById(rule.Word("zone")) : TimeZoneInfo.Utc;
}
