namespace CareTeam.Server.Notes;

/// <summary>Questions about notes that use cases ask.</summary>
public static class NoteRules
{
    /// <summary>A plain loop, since it runs with every note and over all notes of the plan.</summary>
    public static bool HasNote(this CarePlan plan, string noteId)
    {
        var notes = plan.Notes;
        for (var i = notes.Count - 1; i >= 0; i--)
            if (string.Equals(notes[i].NoteId, noteId, StringComparison.Ordinal)) return true;
        return false;
    }
}
