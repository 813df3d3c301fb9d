using System.Globalization;

namespace CareTeam.Cli.Tasks;

/// <summary>--series 3/7x6: three times in seven days, for six such periods.</summary>
public static class SeriesOption
{
    public static Option<Recurrence?> New() => new("--series")
    {
        Description = "TIMES/DAYSxPERIODS: 3/7x6 is three sessions a week for six weeks; needs --due",
        HelpName = "series",
        CustomParser = result =>
        {
            if (Parse(result.Tokens[^1].Value) is { } series) return series;
            result.AddError($"'{result.Tokens[^1].Value}' is no series; three sessions a week for six weeks is 3/7x6.");
            return null;
        },
    };

    public static Recurrence? Parse(string text) => text.Split('/', 'x') switch
    {
        [var times, var days, var periods] when text.IndexOf('/') < text.IndexOf('x') && Number(times) is { } t && Number(days) is { } d && Number(periods) is { } p =>
            new() { Times = t, PeriodDays = d, Periods = p },
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
