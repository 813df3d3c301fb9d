namespace CareTeam.Cli.Demo;

/// <summary>Notes, what is added to them, and who signs them too.</summary>
public sealed partial class DemoPen
{
    // Asked for at a first visit; none was there unless it is raised.
    private static readonly RedFlagKind[] Asked =
        [RedFlagKind.CaudaEquina, RedFlagKind.ProgressiveDeficit, RedFlagKind.Fracture, RedFlagKind.Infection, RedFlagKind.Malignancy];

    /// <summary>Afternoon in UTC is a working hour in America and Europe.</summary>
    public void Notes(Person by, string note, int day, SoapNote soap, string[]? goals = null, bool redFlagsAsked = false) => Write(by, "writes a note", new SubmitNoteRequest
    {
        NoteId = Id(note),
        EncounterAt = Time(day, new TimeOnly(14 + steps.Count % 5, 15 * (steps.Count % 4))),
        Body = new NoteBody { Soap = soap },
        GoalIds = { (goals ?? []).Select(Id) },
        RedFlagChecks = { redFlagsAsked ? Asked.Select(kind => new RedFlagCheck { Kind = kind }) : [] },
    });

    public void Cosigns(Person by, string note, Person author) =>
        Write(by, $"co-signs the note of {author.Name}", new CosignNoteRequest { NoteId = Id(note), Meaning = SignatureMeaning.Review });

    public void Amends(Person by, string note, string reason, string text) =>
        Write(by, $"amends a note: {reason}", new AmendNoteRequest { NoteId = Id(note), AmendmentId = Id("amendment of " + note), Reason = reason, Text = text });
}
