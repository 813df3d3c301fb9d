namespace CareTeam.Server.Medications;

/// <summary>How long a medication is planned for.</summary>
internal static class Duration
{
    /// <summary>Null when the planned stop is at most so many days after the first day.</summary>
    public static string? LongerThan(Medication medication, int days)
    {
        if (Dates.Known(medication.PlannedStopDate) is not { } stop) return "No stop is planned.";
        var planned = stop.DayNumber - Dates.Known(medication.StartDate)!.Value.DayNumber;
        return planned > days ? $"It is planned for {planned} days; the rule allows {days}." : null;
    }
}
