namespace CareTeam.Cli.Notes;

public static class NoteCosign
{
    public static Command Command()
    {
        var note = IdOption.Existing("note");
        var meaning = WordOption.One<SignatureMeaning>("--meaning", "What your signature means (default: review)");
        var amendments = IdOption.OfMany("--amendment", "amendment", "that you have read; all of the note's must be named");
        return new Command("cosign", "Co-sign an assistant's note (their supervisor, or another therapist of the discipline on the team)") { note, meaning, amendments }
            .SendsOnPlan("Note co-signed.", parse => new CosignNoteRequest
            {
                NoteId = parse.GetValue(note),
                Meaning = parse.GetValue(meaning) is SignatureMeaning.Unspecified ? SignatureMeaning.Review : parse.GetValue(meaning),
                AmendmentIds = { parse.GetValue(amendments) },
            });
    }
}
