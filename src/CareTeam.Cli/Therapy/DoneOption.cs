using System.Globalization;

namespace CareTeam.Cli.Therapy;

/// <summary>What was done, from the command line: exercises with their dose, graded activities with their amount, pain before and after.</summary>
public static class DoneOption
{
    public static Option<ExerciseDone[]> Exercises() => Pairs("--exercise", "An exercise that was done, as EXERCISE=DOSE (3x8, 25 lb, RPE 13); may be repeated", "exercise=dose", Exercise);

    public static Option<ActivityDone[]> Activities() => Pairs("--activity", "What was done of a graded activity, as QUOTA=AMOUNT in its unit; may be repeated", "quota=amount", Activity);

    /// <summary>--pain 5>3.</summary>
    public static Option<(int? Before, int? After)> Pain() => new("--pain")
    {
        Description = "Pain 0 to 10 before and after, as BEFORE>AFTER; one of them may be left out: 5>",
        HelpName = "before>after",
        CustomParser = result =>
        {
            if (ParsePain(result.Tokens[^1].Value) is { } pain) return pain;
            result.AddError($"'{result.Tokens[^1].Value}' is no pain before and after, like 5>3.");
            return default;
        },
    };

    public static (int? Before, int? After)? ParsePain(string text) =>
        text.Split('>') is [var before, var after] && Number(before) is var b && Number(after) is var a && (b ?? a) is not null && IsRead(before, b) && IsRead(after, a) ? (b, a) : null;

    public static ExerciseDone? Exercise(string text)
    {
        if (text.Split('=', 2) is not [{ Length: > 0 } id, var written] || ExerciseDoseOption.Parse(written) is not { HoldSeconds: 0, SessionsPerWeek: 0, HomeSessionsPerWeek: 0 } dose) return null;
        return new() { ExerciseId = id, Sets = dose.Sets, Repetitions = dose.Repetitions, Minutes = dose.Minutes, Metres = dose.Metres, Load = dose.Load, Rpe = dose.TargetRpe };
    }

    public static ActivityDone? Activity(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } id, var amount] && double.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new() { ActivityQuotaId = id, Amount = number }
            : null;

    private static Option<T[]> Pairs<T>(string name, string description, string helpName, Func<string, T?> parse) where T : class => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            foreach (var token in result.Tokens.Where(t => parse(t.Value) is null)) result.AddError($"'{token.Value}' is not {helpName.ToUpperInvariant()}.");
            return [.. result.Tokens.Select(t => parse(t.Value)).OfType<T>()];
        },
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static bool IsRead(string text, int? number) => number is not null || string.IsNullOrWhiteSpace(text);
}
