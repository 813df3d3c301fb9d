using Google.Protobuf;

namespace CareTeam.Server.Tests.Notes;

/// <summary>Notes one by one and in a stream, and what is amended of them, among the random commands.</summary>
public sealed class RandomNotes : IRandomCommands
{
    public int Kinds => 4;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => kind switch
    {
        0 => Note(planId, ""),
        1 => Note(planId, ids[target]),
        2 => new SubmitNotesRequest { Note = Note(planId, target % 2 == 0 ? ids[target] : "") },
        _ => new AmendNoteRequest { PlanId = planId, RequestId = New.Id(), NoteId = ids[target], Reason = "r", Text = "t" },
    };

    private static SubmitNoteRequest Note(string planId, string id) => new() { PlanId = planId, RequestId = New.Id(), NoteId = id, Body = new() { Narrative = "n" } };
}
