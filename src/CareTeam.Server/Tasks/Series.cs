using System.Globalization;

namespace CareTeam.Server.Tasks;

/// <summary>The occurrences of a recurring task: as many as times x periods, spread evenly over each period.</summary>
public static class Series
{
    public static int Occurrences(this CareTask task) => task.Recurrence is { } r ? r.Times * r.Periods : 1;

    /// <summary>The day of an occurrence, 0 for the first: three a week fall on days 0, 2, 4, 7, 9, 11 ... after the start.</summary>
    public static string DueDate(string start, Recurrence recurrence, int occurrence)
    {
        var day = occurrence / recurrence.Times * recurrence.PeriodDays + occurrence % recurrence.Times * recurrence.PeriodDays / recurrence.Times;
        return Dates.Of(start).AddDays(day).Iso();
    }
}
