using System.Globalization;
using CareTeam.Server.Clocks;
using CareTeam.Server.Team;

namespace CareTeam.Server.Notes;

/// <summary>
/// Co-signatures that fall due: of each note that waits for one, and, where the rule counts days, before they are over, of the notes since the last co-signature, also
/// when no further note comes.
/// </summary>
public sealed class CosignatureDues : IDueSource
{
    private const string OfNote = "note.cosignature", Periodic = "note.periodic-cosignature";

    /// <summary>[policy]</summary>
    private const int NoticeDays = 7;

    public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today)
    {
        // Most plans have no assistant, and a long one many notes.
        if (!plan.Members.Any(m => m.Person.Role.IsAssistant())) yield break;
        foreach (var note in plan.Notes)
            if (note.CosignatureDemand is { } demand)
                yield return Due(OfNote, note, $"amendment {note.AmendmentIds.Count}", noticeDays: 0,
                    Dates.Of(demand.DueDate), demand.Rule.RuleId, demand.Rule.Text, demand.Supervisor);
        if (CosignatureRules.InForce(rules, plan, today) is not { } rule || !rule.IsPeriodic() || rule.Number("days") is not (> 0 and var days)) yield break;
        foreach (var discipline in new[] { Discipline.PhysicalTherapy, Discipline.OccupationalTherapy })
        {
            if (CosignatureRun.Of(rules, plan, discipline) is not { IsAwaited: false, Notes: [var first, ..] } run) continue;
            var day = (run.Since ?? first.Day).AddDays(days);
            yield return Due(Periodic, first.Note, "first", NoticeDays, day, rule.Id, rule.Text, plan.SupervisorOf(run.Notes[^1].Note.Author.PersonId));
        }
    }

    public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today)
    {
        if (raised.Kind is not (OfNote or Periodic)) return null;
        var note = plan.Notes.Single(n => n.NoteId == raised.SubjectId);
        // Where days are counted one co-signature is enough for all notes of the run.
        return note.CosignatureDemand is { } demand ? new($"It is asked for by {demand.DueDate}, of the note as it is now.")
            : DueEnd.DoneIf(note.Cosignatures.Count > 0 || (raised.Kind == Periodic && CosignatureRun.Of(rules, plan, note.Author.Role.Discipline()) is { Since: { } since } && since >= rules.Day(plan.Coverage, note.EncounterAt)),
                "It is asked for of another note, or no longer.");
    }

    private static Due Due(string kind, NoteSummary note, string occurrence, int noticeDays, DateOnly day, string ruleId, string text, Person? supervisor) =>
        new(kind, note.NoteId, occurrence, day.AddDays(-noticeDays), day, ruleId, "Co-sign an assistant's note", text, note.Author.Role.Discipline(), supervisor);
}
