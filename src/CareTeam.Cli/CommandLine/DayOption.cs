using System.Globalization;

namespace CareTeam.Cli.CommandLine;

/// <summary>Days and times as people type them. A day is YYYY-MM-DD, yesterday, today, tomorrow or +14; a time without an offset is local.</summary>
public static class DayOption
{
    public static Option<string> Day(string name, string description, bool required = false) => new(name)
    {
        Description = $"{description} (YYYY-MM-DD, yesterday, today, tomorrow or +DAYS)",
        HelpName = "day",
        Required = required,
        DefaultValueFactory = _ => "",
        CustomParser = result =>
        {
            if (ParseDay(result.Tokens[^1].Value, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)) is { } day) return Iso(day);
            result.AddError($"'{result.Tokens[^1].Value}' is no day: YYYY-MM-DD, yesterday, today, tomorrow or +DAYS.");
            return "";
        },
    };

    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = $"{description} (2026-03-02T14:30; local unless it ends with Z or an offset)",
        HelpName = "time",
        CustomParser = result =>
        {
            if (ParseTime(result.Tokens[^1].Value) is { } time) return time;
            result.AddError($"'{result.Tokens[^1].Value}' is no time, like 2026-03-02T14:30.");
            return null;
        },
    };

    public static DateOnly? ParseDay(string text, DateOnly today) => text switch
    {
        "today" => today,
        "tomorrow" => today.AddDays(1),
        "yesterday" => today.AddDays(-1),
        ['+', .. var days] when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 36_525 => today.AddDays(n),
        _ => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    public static DateTimeOffset? ParseTime(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? time : null;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
