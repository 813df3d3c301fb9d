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

    /// <summary>
    /// The day that a time belongs to for payers and regions with a calendar of their own, for lists over many plans; none when it is the same day for all. Of those that fit
    /// a plan, an empty payer or region fitting any, the one that names the payer counts, then the one that names the region.
    /// </summary>
    public static IReadOnlyList<(string Payer, string Region, DateOnly Day)> DaysByCoverage(this RuleTable rules, Timestamp time)
    {
        var zones = rules.All.Where(v => v.Id == TimeZone.Id).ToList();
        var days =
            (from payer in zones.Select(z => z.Payer).Append("").Distinct()
             from region in zones.Select(z => z.Region).Append("").Distinct()
             select (payer, region, rules.Day(new() { Payer = payer, Region = region }, time))).ToList();
        return days.DistinctBy(d => d.Item3).Count() == 1 ? [] : days;
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

    /// <summary>What follows from something that is entered late came about when that did.</summary>
    public static IEnumerable<PlanEvent> AllAt(this IEnumerable<PlanEvent> events, Timestamp time)
    {
        foreach (var e in events)
        {
            e.OccurredAt = time;
            yield return e;
        }
    }

    private static TimeZoneInfo Zone(RuleTable rules, Coverage? coverage, DateOnly day) =>
        rules.InForce(TimeZone, coverage, day) is { } rule ? TimeZoneInfo.FindSystemTimeZoneById(rule.Word("zone")) : TimeZoneInfo.Utc;
}
