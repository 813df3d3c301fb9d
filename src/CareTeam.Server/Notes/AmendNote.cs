using CareTeam.Server.Team;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<AmendNoteResponse> AmendNote(AmendNoteRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The author adds an amendment to an own note; the note itself is never changed.</summary>
public sealed class AmendNote(RuleTable rules) : PlanCommand<AmendNoteRequest, AmendNoteResponse>
{
    /// <summary>With all of them a note is still read in one message [policy]; what is to be said beyond them is a note of its own.</summary>
    public const int MostOfOneNote = 50;

    public override Permission Who => Permission.ClinicianOfTeam;

    protected override void Validate(AmendNoteRequest request, Violations violations)
    {
        violations.Required("note_id", request.NoteId);
        violations.Text("reason", request.Reason, 2000);
        violations.Required("text", request.Text);
    }

    public override AmendNoteResponse Reply(CarePlan after, AmendNoteRequest request) => new()
    {
        AmendmentId = request.Or(request.AmendmentId, "amendment"),
        Findings = { after.Notes.First(n => n.NoteId == request.NoteId).Findings },
    };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AmendNoteRequest request, Caller caller, Timestamp now)
    {
        var note = plan.Notes.FirstOrDefault(n => n.NoteId == request.NoteId) ?? throw Fault.NotFound("note", request.NoteId);
        if (!caller.Is(note.Author))
            throw Fault.Refused("note.amended-by-author", $"note/{note.NoteId}", "Only its author amends a note; record a note of your own instead.");
        var id = request.Or(request.AmendmentId, "amendment");
        PlanState.MustBeNew("amendment", id, note.AmendmentIds.Contains(id));
        if (note.AmendmentIds.Count >= MostOfOneNote)
            throw Fault.Refused("note.most-amendments", $"note/{note.NoteId}", $"The note has {MostOfOneNote} amendments, and no more are taken; record a new note instead.");
        var findings = new RuleCheck(rules, plan, caller, now).AskSupervised(plan, caller).Settle($"note/{note.NoteId}");
        yield return new PlanEvent
        {
            NoteAmended = new()
            {
                NoteId = note.NoteId,
                AmendmentId = id,
                Author = caller.Person,
                Reason = request.Reason,
                Text = request.Text,
                CosignatureDemand = CosignatureRules.OfAmended(rules, plan, caller, note, now),
                Findings = { findings.All },
            },
        };
    }
}
