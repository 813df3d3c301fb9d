namespace CareTeam.Server.Therapy;

/// <summary>What graded activities are measured in, and which level of work a weight stands for.</summary>
public static class GradedActivities
{
    public const double Most = 100_000;

    public static readonly RuleKey LiftingLevels = new("therapy.lifting-levels", "sedentary", "light", "medium", "heavy");

    /// <summary>UCUM.</summary>
    public static string Unit(GradedActivity activity) => activity switch
    {
        GradedActivity.WalkingDistance => "m",
        GradedActivity.Lifting or GradedActivity.Carrying => ExerciseDoses.Pounds,
        _ => "min",
    };

    /// <summary>A week's amount is the heaviest or the longest of it, not the sum.</summary>
    public static bool IsByItsMost(GradedActivity activity) => activity is GradedActivity.SittingTolerance or GradedActivity.StandingTolerance || IsByWeight(activity);

    public static bool IsByWeight(GradedActivity activity) => activity is GradedActivity.Lifting or GradedActivity.Carrying;

    /// <summary>The step of a week, and those that are set for later ones.</summary>
    public static IEnumerable<QuotaStep> StepsFrom(this ActivityQuota quota, string monday)
    {
        var now = quota.Steps.LastOrDefault(s => string.CompareOrdinal(s.WeekStartDate, monday) <= 0);
        return quota.Steps.Where(s => s == now || string.CompareOrdinal(s.WeekStartDate, monday) > 0);
    }

    /// <summary>The least that is asked from a week on, so that more than it is a progression; 0 while nothing is asked.</summary>
    public static double LeastFrom(this ActivityQuota? quota, string monday) =>
        quota is null || string.CompareOrdinal(quota.Steps[0].WeekStartDate, monday) > 0 ? 0 : quota.StepsFrom(monday).Min(s => s.WeeklyTarget);

    /// <summary>What must be lifted to be at a level; null for very heavy, which is anything above heavy.</summary>
    public static int? PoundsOf(RuleVersion levels, OccupationalLevel level) => level switch
    {
        OccupationalLevel.Sedentary => levels.Number("sedentary"),
        OccupationalLevel.Light => levels.Number("light"),
        OccupationalLevel.Medium => levels.Number("medium"),
        OccupationalLevel.Heavy => levels.Number("heavy"),
        _ => null,
    };

    /// <summary>The highest level that a weight stands for; unspecified below sedentary.</summary>
    public static OccupationalLevel LevelOf(RuleVersion levels, double pounds) =>
        pounds > levels.Number("heavy") ? OccupationalLevel.VeryHeavy
        : Enum.GetValues<OccupationalLevel>().Reverse().FirstOrDefault(l => PoundsOf(levels, l) is { } needed && pounds >= needed);
}
