namespace CareTeam.Server.Outcomes;

/// <summary>A success that counts only when it lasts: back at work, and still so four weeks later [policy of the catalog].</summary>
public static class HeldImprovement
{
    /// <summary>Marks each change from the baseline: held, when measurements better than the baseline, one after the other, span the days. What was not measured is not held.</summary>
    public static void Mark(IReadOnlyList<TrajectoryPoint> points, int days)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].FromBaseline is not { } change) continue;
            if (change.Improvement <= 0)
            {
                change.ImprovementHeld = false;
                continue;
            }
            var (first, last) = (i, i);
            while (first > 0 && IsBetter(points[first - 1])) first--;
            while (last < points.Count - 1 && IsBetter(points[last + 1])) last++;
            change.ImprovementHeld = (points[last].MeasuredAt.ToDateTime() - points[first].MeasuredAt.ToDateTime()).TotalDays >= days;
        }
    }

    private static bool IsBetter(TrajectoryPoint point) => point.FromBaseline is { Improvement: > 0 };
}
