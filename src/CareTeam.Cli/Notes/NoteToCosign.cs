using CareTeam.Cli.Plans;

namespace CareTeam.Cli.Notes;

public static class NoteToCosign
{
    public static Command Command() => new Command("to-cosign", "Notes of all plans that wait for your co-signature, oldest encounter first").ReadsPages(_ => new ListNotesToCosignRequest(), Show);

    private static void Show(Screen screen, ListNotesToCosignResponse list)
    {
        if (list.Notes.Count == 0)
        {
            screen.Line("No notes.");
            return;
        }
        var listing = new Listing(screen, "Plan title", "Note", "Of", "By", "Sign by", "Amendments", "Patient", "Plan", "Plan title");
        foreach (var waiting in list.Notes)
        {
            var note = waiting.Summary;
            listing.Row(Shown.ShortId(note.NoteId), Shown.Time(note.EncounterAt), Shown.Safe(Shown.Name(note.Author)), PlanStyle.Due(note.CosignatureDemand?.DueDate ?? ""),
                string.Join(' ', note.AmendmentIds.Select(Shown.ShortId)), Shown.Safe(waiting.PatientName), Shown.ShortId(waiting.PlanId), Shown.Safe(waiting.PlanTitle));
        }
        listing.Draw();
    }
}
