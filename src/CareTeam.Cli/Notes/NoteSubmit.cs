using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Cli.Notes;

public static class NoteSubmit
{
    public static Command Command()
    {
        var file = NoteText.File("File with the note; - or nothing: standard input");
        var encounter = DayOption.Time("--encounter-at", "When the patient was seen; default: now");
        var discipline = WordOption.One<Discipline>("--discipline", "Field of the note (default: yours)");
        var tasks = IdOption.OfMany("--task", "task", "that the note speaks of");
        var goals = IdOption.OfMany("--goal", "goal", "that the note speaks of");
        var (absent, present) = (RedFlagOption.Absent(), RedFlagOption.Present());
        var id = IdOption.New("--note-id", "note");
        return new Command("submit", "Record a note: SOAP under the headings S:, O:, A:, P: (or in full), a narrative, or a NoteBody as JSON")
        {
            file, encounter, discipline, tasks, goals, absent, present, id,
        }
            .SendsOnPlan("Note recorded.", parse => new SubmitNoteRequest
            {
                NoteId = parse.GetValue(id),
                EncounterAt = parse.GetValue(encounter) is { } time ? Timestamp.FromDateTimeOffset(time) : null,
                Discipline = parse.GetValue(discipline),
                Body = NoteText.Parse(NoteText.Read(parse, file)),
                TaskIds = { parse.GetValue(tasks) },
                GoalIds = { parse.GetValue(goals) },
                RedFlagChecks = { RedFlagOption.Checks(parse.GetValue(absent), parse.GetValue(present)) },
            });
    }
}
