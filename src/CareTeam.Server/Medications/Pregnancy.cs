namespace CareTeam.Server.Medications;

/// <summary>Whether the patient is pregnant, by what was recorded last.</summary>
internal static class Pregnancy
{
    /// <summary>The day of that record; null when there is none, or when it is so long ago by a day that the pregnancy is over, whatever nobody recorded since.</summary>
    public static DateOnly? Known(CarePlan plan, DateOnly day, int countsForDays) =>
        plan.SafetyFacts.Select(f => f.Fact).FirstOrDefault(f => f is { Kind: SafetyFactKind.Pregnancy, Present: true }) is { } fact && Dates.Of(fact.ObservedDate) is var observed
        && day.DayNumber - observed.DayNumber <= countsForDays ? observed : null;
}
