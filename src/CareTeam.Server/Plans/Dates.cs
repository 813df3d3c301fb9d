using System.Globalization;

namespace CareTeam.Server.Plans;

/// <summary>Dates that must be in order. A day is somewhere on earth still yesterday and elsewhere already tomorrow, so one day is forgiven.</summary>
public static class Dates
{
    public static void MustNotBeInFuture(string field, string date, Timestamp now)
    {
        if (Parse(date) > Day(now).AddDays(1)) throw Fault.Invalid(field, "is in the future");
    }

    public static void MustNotBeBefore(string field, string date, string earliest, string what)
    {
        if (Parse(date) < Parse(earliest)) throw Fault.Invalid(field, $"is before {what}");
    }

    /// <summary>The day that a date names; validation has seen that it names one.</summary>
    public static DateOnly Of(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string date) => date.Length == 0 ? null : Of(date);

    private static DateOnly Day(Timestamp time) => DateOnly.FromDateTime(time.ToDateTime());
}
