using System.Globalization;
using System.Text.RegularExpressions;

namespace CareTeam.Cli.Therapy;

/// <summary>A dose as it is shown and typed: "3 x 8, 25 lb, hold 5 s, 20 min, 400 m, RPE 13, clinic 3/week, home 5/week", in any order, spaces as one likes.</summary>
public static partial class ExerciseDoseOption
{
    public const string Form = "like '3x8, 25 lb, hold 5 s, 20 min, 400 m, RPE 13, clinic 3/week, home 5/week'";

    public static Option<ExerciseDose?> New(string name, string description) => new(name)
    {
        Description = $"{description}, {Form}",
        HelpName = "dose",
        CustomParser = result =>
        {
            if (Parse(result.Tokens[^1].Value) is { } dose) return dose;
            result.AddError($"'{result.Tokens[^1].Value}' is no dose, {Form}.");
            return null;
        },
    };

    public static Option<ExerciseLoad?> Load(string name, string description) => new(name)
    {
        Description = $"{description}, like '40 lb' or '18 kg'",
        HelpName = "weight",
        CustomParser = result =>
        {
            if (Parse(result.Tokens[^1].Value) is { Load: { } load }) return load;
            result.AddError($"'{result.Tokens[^1].Value}' is no weight, like '40 lb' or '18 kg'.");
            return null;
        },
    };

    public static ExerciseDose? Parse(string text)
    {
        var dose = new ExerciseDose();
        return text.Split(',').All(part => Put(part.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(), dose)) ? dose : null;
    }

    public static string Words(ExerciseDose? dose) => dose is null ? "" : string.Join(", ", Parts(dose));

    public static string Words(ExerciseLoad? load) => load is null ? "" : load.Unit == "{level}" ? $"level {Number(load.Value)}" : Shown.Number(load.Value, load.Unit);

    private static IEnumerable<string> Parts(ExerciseDose dose)
    {
        if (dose.Sets > 0 && dose.Repetitions > 0) yield return $"{dose.Sets} x {dose.Repetitions}";
        else if (dose.Sets > 0) yield return $"{dose.Sets} sets";
        else if (dose.Repetitions > 0) yield return $"{dose.Repetitions} reps";
        if (dose.Load is not null) yield return Words(dose.Load);
        if (dose.HoldSeconds > 0) yield return $"hold {dose.HoldSeconds} s";
        if (dose.Minutes > 0) yield return $"{dose.Minutes} min";
        if (dose.Metres > 0) yield return $"{dose.Metres} m";
        if (dose.TargetRpe > 0) yield return $"RPE {dose.TargetRpe}";
        if (dose.SessionsPerWeek > 0) yield return $"clinic {dose.SessionsPerWeek}/week";
        if (dose.HomeSessionsPerWeek > 0) yield return $"home {dose.HomeSessionsPerWeek}/week";
    }

    private static bool Put(string part, ExerciseDose dose)
    {
        if (SetsAndRepetitions().Match(part) is { Success: true } both) return Whole(both.Groups[1].Value, n => dose.Sets = n) && Whole(both.Groups[2].Value, n => dose.Repetitions = n);
        if (Weight().Match(part) is { Success: true } weight) return Weighs(weight.Groups[1].Value, weight.Groups[2].Value == "kg" ? "kg" : "[lb_av]", dose);
        if (part.StartsWith("level", StringComparison.Ordinal)) return Weighs(part[5..], "{level}", dose);
        if (Measure().Match(part) is not { Success: true } measure) return false;
        return (measure.Groups[1].Value, measure.Groups[3].Value) switch
        {
            ("", "sets") => Whole(measure.Groups[2].Value, n => dose.Sets = n),
            ("", "reps") => Whole(measure.Groups[2].Value, n => dose.Repetitions = n),
            ("hold", "s") => Whole(measure.Groups[2].Value, n => dose.HoldSeconds = n),
            ("", "min") => Whole(measure.Groups[2].Value, n => dose.Minutes = n),
            ("", "m") => Whole(measure.Groups[2].Value, n => dose.Metres = n),
            ("rpe", "") => Whole(measure.Groups[2].Value, n => dose.TargetRpe = n),
            ("clinic", "" or "/week") => Whole(measure.Groups[2].Value, n => dose.SessionsPerWeek = n),
            ("home", "" or "/week") => Whole(measure.Groups[2].Value, n => dose.HomeSessionsPerWeek = n),
            _ => false,
        };
    }

    private static bool Weighs(string number, string unit, ExerciseDose dose)
    {
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
        dose.Load = new() { Value = value, Unit = unit };
        return true;
    }

    private static bool Whole(string text, Action<int> put)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        put(number);
        return true;
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+)x(\d+)\z")]
    private static partial Regex SetsAndRepetitions();

    [GeneratedRegex(@"^([\d.]+)(lb|lbs|kg)\z")]
    private static partial Regex Weight();

    [GeneratedRegex(@"^(hold|rpe|clinic|home|)(\d+)(sets|reps|s|min|m|/week|)\z")]
    private static partial Regex Measure();
}
