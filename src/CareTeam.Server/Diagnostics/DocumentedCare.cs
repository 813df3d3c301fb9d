namespace CareTeam.Server.Diagnostics;

/// <summary>
/// Since when non-surgical care is documented, as somebody who has to audit it can follow: from the first encounter that a note of the plan records, or from the day
/// that an order states, which names the note that tells of it. The plan's own start and the onset of the symptoms are days on which nobody need have cared.
/// </summary>
public static class DocumentedCare
{
    public static DateOnly? Since(RuleTable rules, CarePlan plan, PriorCare? stated)
    {
        var first = plan.Notes.Count == 0 ? (DateOnly?)null : rules.Day(plan.Coverage, plan.Notes.Min(n => n.EncounterAt)!);
        if (stated is null) return first;
        var before = Dates.Of(stated.SinceDate);
        return first < before ? first : before;
    }
}
