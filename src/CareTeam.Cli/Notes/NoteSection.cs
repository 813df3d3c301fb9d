namespace CareTeam.Cli.Notes;

internal static class NoteSection
{
    private const int LastNotes = 8;

    public static void Draw(Screen screen, CarePlan plan)
    {
        screen.Heading("Notes", plan.Notes.Count, plan.Notes.Count > LastNotes ? $"in all, the last {LastNotes}" : "in all");
        foreach (var note in plan.Notes.OrderByDescending(n => n.EncounterAt.ToDateTimeOffset()).Take(LastNotes))
        {
            var amended = note.AmendmentIds.Count switch { 0 => "", 1 => ", amended", var n => $", amended {n} times" };
            screen.Markup($"  {Shown.Time(note.EncounterAt)}  {Shown.Safe(Shown.NameAndRole(note.Author))}  [grey]{Shown.ShortId(note.NoteId)}{amended}[/]");
        }
    }
}
