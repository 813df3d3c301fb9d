using System.Globalization;

namespace CareTeam.Server.Therapy;

/// <summary>Days as the contract writes them. Therapy counts in the clinic's calendar days and in weeks from Monday, never in hours.</summary>
public static class TherapyDays
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>By its digits: the clocks read hundreds of days with each command, and ParseExact takes 20 times as long.</summary>
    public static DateOnly Day(string date) => date is [var y, var e, var a, var r, '-', var m, var o, '-', var d, var t]
        ? new(1000 * Digit(y) + 100 * Digit(e) + 10 * Digit(a) + Digit(r), 10 * Digit(m) + Digit(o), 10 * Digit(d) + Digit(t))
        : throw new FormatException("A day is written YYYY-MM-DD.");

    public static string Iso(this DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that was named, or else today.</summary>
    public static DateOnly Or(this string date, DateOnly today) => date.Length > 0 ? Day(date) : today;

    private static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : throw new FormatException("A day is written YYYY-MM-DD.");

    public static DateOnly Monday(this DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>When something of a past day came about: what is recorded on its own day, now; a late entry, at noon of its day.</summary>
    public static Timestamp Occurred(DateOnly day, DateOnly today, Timestamp now) =>
        day >= today ? now : Timestamp.FromDateTime(day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
}
