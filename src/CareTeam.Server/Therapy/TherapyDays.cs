namespace CareTeam.Server.Therapy;

/// <summary>Therapy counts in the clinic's calendar days and in weeks from Monday, never in hours.</summary>
public static class TherapyDays
{
    public static DateOnly Monday(this DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
