namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<CosignNoteResponse> CosignNote(CosignNoteRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// The supervisor, or another therapist of the discipline on the team, co-signs an assistant's note: with name, time and meaning (21 CFR 11.50), and exactly what
/// they have read of it (11.70), so the amendments are named. Also after the plan's end.
/// </summary>
public sealed class CosignNote : PlanCommand<CosignNoteRequest, CosignNoteResponse>
{
    /// <summary>More than any note will have: the signature must name them all.</summary>
    private const int MostAmendments = 10_000;

    public override Permission Who => Permission.To(Capability.Cosign);

    protected override void Validate(CosignNoteRequest request, Violations violations)
    {
        violations.Required("note_id", request.NoteId);
        violations.Required("meaning", request.Meaning);
        if (request.Meaning == SignatureMeaning.Authorship) violations.Add("meaning", "must be review, approval or responsibility: the author is another");
        violations.AtMost("amendment_ids", request.AmendmentIds, MostAmendments);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CosignNoteRequest request, Caller caller, Timestamp now)
    {
        var note = plan.Notes.FirstOrDefault(n => n.NoteId == request.NoteId) ?? throw Fault.NotFound("note", request.NoteId);
        if (caller.Is(note.Author)) throw Refused("note.cosigned-by-another", "Nobody co-signs a note of their own.");
        if (!note.Author.Role.IsAssistant() && note.CosignatureDemand is null) throw Refused("note.cosignature-of-assistant", "Only an assistant's note is co-signed.");
        if (caller.Role.Discipline() != note.Author.Role.Discipline())
            throw Fault.Forbidden("NOT_OF_THE_DISCIPLINE", $"Only a therapist of {note.Author.Role.Discipline().ToWords()} may co-sign this note.");
        if (note.IsCosigned())
        {
            if (note.Cosignatures.Any(c => caller.Is(c.Signer) && c.Meaning == request.Meaning && c.AmendmentIds.Count == note.AmendmentIds.Count)) yield break;
            throw Refused("note.cosigned-once", "The note is co-signed already, as it stands.");
        }
        if (!note.AmendmentIds.ToHashSet().SetEquals(request.AmendmentIds))
        {
            var amendments = note.AmendmentIds.Count == 0 ? "it has none" : string.Join(", ", note.AmendmentIds);
            throw Refused("note.cosigned-as-read", $"A co-signature covers the note as it was read; name its amendments: {amendments}.");
        }
        yield return new PlanEvent
        {
            NoteCosigned = new()
            {
                NoteId = note.NoteId,
                Cosignature = new() { Signer = caller.Person, SignedAt = now, Meaning = request.Meaning, AmendmentIds = { note.AmendmentIds } },
            },
        };

        CareTeamException Refused(string rule, string words) => Fault.Refused(rule, $"note/{note.NoteId}", words);
    }
}
