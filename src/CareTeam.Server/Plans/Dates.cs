using System.Globalization;

namespace CareTeam.Server.Plans;

/// <summary>Dates that must be in order.</summary>
public static class Dates
{
    /// <summary>UTC+14, Kiritimati: nowhere does a day begin earlier.</summary>
    private static readonly TimeSpan EarliestOffset = TimeSpan.FromHours(14);

    /// <param name="today">The day where the care is given: RuleTable.Day.</param>
    public static void MustNotBeInFuture(string field, string date, DateOnly today)
    {
        if (Known(date) > today) throw Fault.Invalid(field, $"is in the future: where the care is given it is {today.Iso()}");
    }

    /// <summary>For what happens where the patient is, and who they are: that may be far from where the care is given.</summary>
    public static void MustHaveBegunAnywhere(string field, string date, Timestamp now)
    {
        if (Known(date) > DateOnly.FromDateTime(now.ToDateTime() + EarliestOffset)) throw Fault.Invalid(field, "is in the future");
    }

    public static void MustNotBeBefore(string field, string date, string earliest, string what)
    {
        if (Known(date) < Known(earliest)) throw Fault.Invalid(field, $"is before {what}");
    }

    /// <summary>
    /// The day that a date names; validation has seen that it names one. By its digits: the clocks read hundreds of days with each command, and ParseExact takes
    /// 20 times as long.
    /// </summary>
    public static DateOnly Of(string date) => date is [var y, var e, var a, var r, '-', var m, var o, '-', var d, var t]
        ? new(1000 * Digit(y) + 100 * Digit(e) + 10 * Digit(a) + Digit(r), 10 * Digit(m) + Digit(o), 10 * Digit(d) + Digit(t))
        : throw NoDay();

    /// <summary>Null for none.</summary>
    public static DateOnly? Known(string date) => date.Length == 0 ? null : Of(date);

    /// <summary>The day that was named, or else another.</summary>
    public static DateOnly Or(this string date, DateOnly otherwise) => Known(date) ?? otherwise;

    /// <summary>As the contract writes it.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : throw NoDay();

    private static FormatException NoDay() => new("A day is written YYYY-MM-DD.");
}
