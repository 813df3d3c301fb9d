namespace CareTeam.Server.Procedures;

/// <summary>
/// Counts sessions, each of them a day. The window of months that ends on a day holds the days after the same day that many months before, so that the
/// anniversary is outside: four sessions from 2025-01-10 on leave no room on 2026-01-09, and room for one on 2026-01-10.
/// </summary>
public static class RollingSessions
{
    /// <summary>
    /// The most that any window with the added day in it holds. Windows that end later count too: who plans December first and then the months before it
    /// would otherwise never meet the limit.
    /// </summary>
    public static int Most(IEnumerable<DateOnly> sessions, DateOnly added, int months)
    {
        var days = sessions.Append(added).ToHashSet();
        return days.Where(end => end >= added && added > end.AddMonths(-months)).Max(end => days.Count(day => day <= end && day > end.AddMonths(-months)));
    }

    /// <summary>The session that is nearer than the interval, which is added to the earlier of the two days; null when there is none.</summary>
    public static DateOnly? TooNear(IEnumerable<DateOnly> sessions, DateOnly added, Func<DateOnly, DateOnly> intervalAfter)
    {
        foreach (var day in sessions)
            if (day < added ? intervalAfter(day) > added : intervalAfter(added) > day) return day;
        return null;
    }
}
