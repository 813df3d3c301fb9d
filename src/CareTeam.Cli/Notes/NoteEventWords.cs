using CareTeam.Cli.History;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Notes;

/// <summary>The notes' events as sentences.</summary>
internal static class NoteEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.NoteSubmitted => NoteWords.Of(e.NoteSubmitted),
        Change.NoteAmended => $"Note {names.Of(e.NoteAmended.NoteId)} amended{Shown.Because(e.NoteAmended.Reason)}",
        _ => null,
    };
}
