namespace CareTeam.Server.Therapy;

/// <summary>What is more and what is less between two doses of an exercise, part by part.</summary>
public static class ExerciseDoses
{
    public const string Pounds = "[lb_av]", Kilograms = "kg", Level = "{level}";

    /// <summary>The international pound, exactly.</summary>
    private const double KilogramsPerPound = 0.45359237;

    private static readonly Func<ExerciseDose, int>[] Parts =
    [
        d => d.SessionsPerWeek, d => d.HomeSessionsPerWeek, d => d.Sets, d => d.Repetitions, d => d.HoldSeconds, d => d.Minutes, d => d.Metres, d => d.TargetRpe,
    ];

    public static bool RaisesAny(ExerciseDose from, ExerciseDose to) => Parts.Any(p => p(to) > p(from)) || LoadRises(from.Load, to.Load);

    public static bool LowersAny(ExerciseDose from, ExerciseDose to) => RaisesAny(to, from);

    /// <summary>Within a limit: no part is raised beyond what it is already, or the limit says.</summary>
    public static bool StaysWithin(ExerciseDose from, ExerciseDose to, ExerciseDose limit) =>
        Parts.All(p => p(to) <= Math.Max(p(from), p(limit))) && (!LoadRises(from.Load, to.Load) || (limit.Load is not null && !LoadRises(limit.Load, to.Load)));

    /// <summary>In kilograms; null for a level, which is no weight.</summary>
    public static double? Weight(ExerciseLoad? load) => load?.Unit switch
    {
        Kilograms => load.Value,
        Pounds => load.Value * KilogramsPerPound,
        _ => null,
    };

    // A load of another kind cannot be compared: then it counts as more, which asks for the therapist.
    private static bool LoadRises(ExerciseLoad? from, ExerciseLoad? to) => to is not null && (from is null
        || (Weight(from), Weight(to)) switch
        {
            ({ } a, { } b) => b > a,
            (null, null) => to.Value > from.Value,
            _ => true,
        });
}
