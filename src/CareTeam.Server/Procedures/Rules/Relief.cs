namespace CareTeam.Server.Procedures;

/// <summary>Pain relief by the numeric pain rating scale, 0 to 10. Thresholds are judged in whole numbers: 5 to 1 is 80 %, and no rounding makes it less.</summary>
public static class Relief
{
    public const int Worst = 10;

    /// <summary>Never without pain before.</summary>
    public static bool Reaches(int percent, int before, int after) => before > 0 && (before - after) * 100 >= percent * before;

    /// <summary>Negative when it is worse; null without pain before.</summary>
    public static double? Percent(int before, int after) => before > 0 ? 100.0 * (before - after) / before : null;
}
