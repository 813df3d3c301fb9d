namespace CareTeam.Tests;

/// <summary>
/// A year of one plan, 2026, from Monday, the 5th of January: persistent back pain from the first examination to the return to work, with what falls due in it kept, missed and made
/// up for. Each area writes its part.
/// </summary>
public static class YearOfCare
{
    public const string FirstDay = "2026-01-05", LastDay = "2027-01-04";

    /// <summary>The whole year of a plan, with so many notes, home logs, ratings and small tasks more as it takes to make a long one.</summary>
    public static IReadOnlyList<CareStep> Of(string planId, int more = 0)
    {
        var pen = new CarePen(planId);
        YearsTeam.Write(pen);
        YearsWorkUp.Write(pen);
        YearsMedications.Write(pen);
        YearsTherapyOrders.Write(pen);
        YearsSessions.Write(pen);
        YearsHomeProgramme.Write(pen);
        YearsInjections.Write(pen);
        YearsOutcomes.Write(pen);
        YearsTasksAndNotes.Write(pen);
        YearsEverydayWork.Write(pen, more);
        return pen.Steps;
    }
}
