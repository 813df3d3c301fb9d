namespace CareTeam.Server.Medications;

/// <summary>How long a medication is planned for.</summary>
internal static class Duration
{
    /// <summary>Null when it is planned for at most so many days, the first and the last day included: both are days on which it is taken.</summary>
    public static string? LongerThan(Medication medication, int days)
    {
        if (Dates.Known(medication.PlannedStopDate) is not { } stop) return "No stop is planned.";
        var planned = stop.DayNumber - Dates.Known(medication.StartDate)!.Value.DayNumber + 1;
        return planned > days ? $"It is planned for {planned} days; the rule allows {days}." : null;
    }
}
