namespace CareTeam.Cli.Notes;

public static class NoteList
{
    public static Command Command()
    {
        var plan = IdOption.Plan();
        var author = TextOption.Optional("--author", "Only notes of this person", "person");
        var discipline = WordOption.One<Discipline>("--discipline", "Only notes of this field");
        var task = IdOption.Of("--task", "task");
        var goal = IdOption.Of("--goal", "goal");
        var one = IdOption.Of("--note", "note");
        return new Command("list", "Notes of a plan with their amendments, newest encounter first") { plan, author, discipline, task, goal, one }.ReadsPages(
            parse => new ListNotesRequest
            {
                PlanId = parse.GetValue(plan),
                AuthorId = parse.GetValue(author),
                Discipline = parse.GetValue(discipline),
                TaskId = parse.GetValue(task),
                GoalId = parse.GetValue(goal),
                NoteId = parse.GetValue(one),
            },
            Show);
    }

    private static void Show(Screen screen, ListNotesResponse list)
    {
        if (list.Notes.Count == 0) screen.Line("No notes.");
        foreach (var note in list.Notes)
        {
            var summary = note.Summary;
            screen.Markup($"[bold]{Shown.Time(summary.EncounterAt)}  {Shown.Safe(Shown.NameAndRole(summary.Author))}[/]  [grey]{Shown.ShortId(summary.NoteId)}{Late(note)}[/]");
            foreach (var (heading, text) in NoteWords.Sections(note.Body)) screen.Line(Indented(heading.Length > 0 ? $"{heading}: {text}" : text));
            foreach (var amendment in note.Amendments)
                screen.Line(Indented($"Amended {Shown.Time(amendment.RecordedAt)} by {Shown.Name(amendment.Author)} ({amendment.Reason}): {amendment.Text}  {Shown.ShortId(amendment.AmendmentId)}"));
            foreach (var line in NoteWords.Signatures(summary)) screen.Line(Indented(line));
            screen.Line();
        }
    }

    // A reader must see when a note was written long after the encounter.
    private static string Late(Note note) =>
        Shown.Day(note.RecordedAt) == Shown.Day(note.Summary.EncounterAt) ? "" : $", recorded {Shown.Time(note.RecordedAt)}";

    private static string Indented(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
