namespace CareTeam.Cli.Notes;

public static class NoteCommands
{
    public static Command Group() => new("note", "Progress notes: submitted once, amended, never changed")
    {
        NoteSubmit.Command(), NoteList.Command(), NoteSearch.Command(), NoteAmend.Command(), NoteCosign.Command(), NoteToCosign.Command(),
    };
}
