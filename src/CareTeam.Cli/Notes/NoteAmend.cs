namespace CareTeam.Cli.Notes;

public static class NoteAmend
{
    public static Command Command()
    {
        var note = IdOption.Existing("note");
        var reason = TextOption.Required("--reason", "Why the note needs it");
        var text = TextOption.Optional("--text", "The amendment (default: --file)");
        var file = NoteText.File("File with the amendment; - or nothing: standard input");
        var id = IdOption.New("--amendment-id", "amendment");
        return new Command("amend", "Add an amendment to a note of your own; the note itself stays as it is") { note, reason, text, file, id }
            .SendsOnPlan("Note amended.", parse => new AmendNoteRequest
            {
                NoteId = parse.GetValue(note),
                AmendmentId = parse.GetValue(id),
                Reason = parse.GetValue(reason),
                Text = parse.GetValue(text) is { Length: > 0 } given ? given : NoteText.Read(parse, file).Trim(),
            });
    }
}
