using CareTeam.Server.Therapy;

namespace CareTeam.Server.Diagnostics;

/// <summary>
/// Since when non-surgical care is documented, as somebody who has to audit it can follow: from the first encounter that a note of the plan records, from the first
/// therapy session that the patient attended, from the first drug that is prescribed on it, or from the day that an order states, which names the note that tells of it. The plan's own start and the onset of the symptoms are days on
/// which nobody need have cared.
/// </summary>
public static class DocumentedCare
{
    public static DateOnly? Since(RuleTable rules, CarePlan plan, PriorCare? stated)
    {
        IEnumerable<DateOnly> days =
        [
            .. plan.Notes.Select(n => rules.Day(plan.Coverage, n.EncounterAt)),
            .. plan.SessionsThatHold().Where(s => s.Attendance == SessionAttendance.Attended).Select(s => Dates.Of(s.SessionDate)),
            .. plan.Medications.Where(m => !m.Reported && m.StartDate.Length > 0).Select(m => Dates.Of(m.StartDate)),
            .. stated is null ? [] : new[] { Dates.Of(stated.SinceDate) },
        ];
        return days.Cast<DateOnly?>().Min();
    }
}
