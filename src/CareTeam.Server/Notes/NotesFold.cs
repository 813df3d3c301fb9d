using Google.Protobuf;

namespace CareTeam.Server.Notes;

/// <summary>What the notes' events do to a plan: it knows of each note, and leaves its text to the note's row.</summary>
public static class NotesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case NoteSubmitted c: plan.Notes.Add(WithoutFindings(c.Summary)); break;
            case NoteAmended c: plan.Notes.Change(n => n.NoteId == c.NoteId, n => Amend(n, c)); break;
            case NoteCosigned c: plan.Notes.Change(n => n.NoteId == c.NoteId, n => Cosign(n, c.Cosignature)); break;
            default: return false;
        }
        return true;
    }

    /// <summary>Another supervisor, or none, is waited for with the author's notes, in place of certain ones.</summary>
    public static void PassOnCosignatures(this CarePlan plan, string authorId, Predicate<string> replaces, Person? supervisor)
    {
        for (var i = 0; i < plan.Notes.Count; i++)
        {
            if (plan.Notes[i] is not { CosignatureDemand: { } demand } note || note.Author.PersonId != authorId || !replaces(demand.Supervisor?.PersonId ?? "")) continue;
            var copy = note.Clone();
            copy.CosignatureDemand.Supervisor = supervisor;
            plan.Notes[i] = copy;
        }
    }

    /// <summary>What was looked at and found is in the note's row, and what was found and matters in the red flag.</summary>
    private static NoteSummary WithoutFindings(NoteSummary summary)
    {
        if (summary.RedFlagChecks.All(c => c.Finding.Length == 0)) return summary;
        var copy = summary.Clone();
        foreach (var check in copy.RedFlagChecks) check.Finding = "";
        return copy;
    }

    private static void Amend(NoteSummary note, NoteAmended amended)
    {
        note.AmendmentIds.Add(amended.AmendmentId);
        note.CosignatureDemand = amended.CosignatureDemand ?? note.CosignatureDemand;
        note.Findings.Add(amended.Findings);
    }

    private static void Cosign(NoteSummary note, NoteCosignature cosignature)
    {
        note.Cosignatures.Add(cosignature);
        note.CosignatureDemand = null;
    }
}
