namespace CareTeam.Server.Notes;

/// <summary>What a discipline's assistants wrote of since the last co-signature, where a rule counts days.</summary>
/// <param name="Since">The day of the last co-signed note; null when there is none.</param>
/// <param name="Notes">Their notes of days after it, and the days, the oldest encounter first.</param>
public sealed record CosignatureRun(DateOnly? Since, IReadOnlyList<(DateOnly Day, NoteSummary Note)> Notes)
{
    /// <summary>Looks through all notes of the plan.</summary>
    public static CosignatureRun Of(RuleTable table, CarePlan plan, Discipline discipline)
    {
        var theirs = plan.Notes.Where(n => n.Author.Role.IsAssistant() && n.Author.Role.Discipline() == discipline).Select(n => (Day: table.Day(plan.Coverage, n.EncounterAt), Note: n)).ToList();
        var since = theirs.Where(n => n.Note.Cosignatures.Count > 0).Select(n => (DateOnly?)n.Day).Max();
        return new(since, [.. theirs.Where(n => since is null || n.Day > since).OrderBy(n => n.Note.EncounterAt.ToDateTime())]);
    }

    /// <summary>One co-signature is enough for all of them.</summary>
    public bool IsAwaited => Notes.Any(n => n.Note.CosignatureDemand is not null);

    /// <summary>With a note of this day, the treatment days or the days are over that the rule allows without a co-signature.</summary>
    public bool IsOverWith(DateOnly day, RuleVersion rule)
    {
        if (IsAwaited || day <= Since) return false;
        var days = Notes.Select(n => n.Day).Append(day).ToHashSet();
        var (most, mostTreatment) = (rule.Number("days"), rule.Number("treatment_days"));
        return (mostTreatment > 0 && days.Count >= mostTreatment) || (most > 0 && days.Max() >= (Since ?? days.Min()).AddDays(most));
    }
}
