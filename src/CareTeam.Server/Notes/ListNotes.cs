using System.Text.Json;
using Marten;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<ListNotesResponse> ListNotes(ListNotesRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Notes of one plan with their amendments, the newest encounter first.</summary>
public sealed class ListNotes(IDocumentStore store, PlanStore plans) : RpcUseCase<ListNotesRequest, ListNotesResponse>
{
    /// <summary>An amendment may be as long as a note, and a note may have fifty.</summary>
    private const int NotesAtOnce = 25;

    public override Permission Who => Permission.Reader;

    protected override void Validate(ListNotesRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2, most: 100);
    }

    public override async Task<ListNotesResponse> Answer(ListNotesRequest request, Caller caller, CancellationToken cancel)
    {
        var plan = await plans.ReadFor(caller, request.PlanId, cancel);
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var session = store.QuerySession(caller.Organization);
        var rows = session.Query<NoteRow>().Where(r => r.PlanId == request.PlanId);
        if (request.AuthorId.Length > 0) rows = rows.Where(r => r.AuthorId == request.AuthorId);
        if (request.Discipline != Discipline.Unspecified) rows = rows.Where(r => r.Discipline == request.Discipline);
        if (request.TaskId.Length > 0) rows = rows.WhereSql("d.data @> ?::jsonb", SpeaksOf(new { taskIds = new[] { request.TaskId } }));
        if (request.GoalId.Length > 0) rows = rows.WhereSql("d.data @> ?::jsonb", SpeaksOf(new { goalIds = new[] { request.GoalId } }));
        if (request.NoteId.Length > 0) rows = rows.WhereSql("d.id = ?", $"{request.PlanId}/{request.NoteId}");
        if (page.After is [var encounterAt, var id]) rows = rows.WhereSql("(d.data ->> 'encounterAt', d.id) < (?, ?)", encounterAt, id);
        var found = await rows.OrderByDescending(r => r.EncounterAt).ThenByDescending(r => r.Id).Take(page.Size + 1).ToListAsync(cancel);
        await AddAmendments(session, plan, found, cancel);
        var (shown, next) = page.Cut(found, r => r.Note, r => [r.EncounterAt, r.Id]);
        return new ListNotesResponse { Notes = { AsThePlanKnowsThem(plan, shown.Select(r => r.Note)) }, NextPageToken = next };
    }

    /// <summary>
    /// Before a page is cut, since they count for what a message can hold, and only until it is full. The plan was read before the rows: a note or an amendment that came between
    /// the two is left out, and comes with the next read.
    /// </summary>
    private static async Task AddAmendments(IQuerySession session, CarePlan plan, IReadOnlyList<NoteRow> rows, CancellationToken cancel)
    {
        var known = plan.Notes.SelectMany(n => n.AmendmentIds).ToHashSet();
        var bytes = 0;
        foreach (var some in rows.Chunk(NotesAtOnce).TakeWhile(_ => bytes <= Page.Bytes))
        {
            var ids = some.Select(r => r.Note.Summary.NoteId).ToArray();
            var found = await session.Query<AmendmentRow>().Where(r => r.PlanId == plan.PlanId && r.NoteId.IsOneOf(ids)).ToListAsync(cancel);
            var amendments = found.Where(r => known.Contains(r.Amendment.AmendmentId)).OrderBy(r => r.RecordedAt, StringComparer.Ordinal).ToLookup(r => r.NoteId, r => r.Amendment);
            foreach (var row in some) row.Note.Amendments.Add(amendments[row.Note.Summary.NoteId]);
            bytes += some.Sum(r => r.Note.CalculateSize());
        }
    }

    /// <summary>The row is the note of its first day; what the plan knows of it by now takes the place of its summary.</summary>
    private static IEnumerable<Note> AsThePlanKnowsThem(CarePlan plan, IEnumerable<Note> stored)
    {
        var known = plan.Notes.ToDictionary(n => n.NoteId);
        foreach (var note in stored)
        {
            if (!known.TryGetValue(note.Summary.NoteId, out var summary)) continue;
            var checks = note.Summary.RedFlagChecks;
            note.Summary = summary.Clone();
            // The plan knows them without what was found.
            note.Summary.RedFlagChecks.Clear();
            note.Summary.RedFlagChecks.Add(checks);
            yield return note;
        }
    }

    private static string SpeaksOf(object summary) => JsonSerializer.Serialize(new { note = new { summary } });
}
