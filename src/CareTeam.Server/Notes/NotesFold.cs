using Google.Protobuf;

namespace CareTeam.Server.Notes;

/// <summary>What the notes' events do to a plan: it knows of each note, and leaves its text to the note's row.</summary>
public static class NotesFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case NoteSubmitted c: plan.Notes.Add(c.Summary); break;
            case NoteAmended c: plan.Notes.Change(n => n.NoteId == c.NoteId, n => n.AmendmentIds.Add(c.AmendmentId)); break;
            default: return false;
        }
        return true;
    }
}
