using Marten;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<ListNotesToCosignResponse> ListNotesToCosign(ListNotesToCosignRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Notes of all plans that wait for the caller's co-signature, the oldest encounter first. A supervisor is a member of each plan, so they may read all of them.</summary>
public sealed class ListNotesToCosign(IDocumentStore store) : RpcUseCase<ListNotesToCosignRequest, ListNotesToCosignResponse>
{
    public override Permission Who => Permission.Anywhere(Capability.Cosign);

    protected override void Validate(ListNotesToCosignRequest request, Violations violations) => Page.Check(violations, request.PageSize, request.PageToken, keys: 2);

    public override async Task<ListNotesToCosignResponse> Answer(ListNotesToCosignRequest request, Caller caller, CancellationToken cancel)
    {
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var session = store.QuerySession(caller.Organization);
        var found = await Waiting(session, caller.Person.PersonId, page).ToListAsync(cancel);
        var (shown, next) = page.Cut(found, r => r.Listed, r => [r.EncounterAt, r.Id]);
        return new ListNotesToCosignResponse { Notes = { shown.Select(r => r.Listed) }, NextPageToken = next };
    }

    public static IQueryable<CosignatureRow> Waiting(IQuerySession session, string supervisorId, Page page)
    {
        var rows = session.Query<CosignatureRow>().Where(r => r.SupervisorId == supervisorId);
        if (page.After is [var encounterAt, var id]) rows = rows.WhereSql("(d.data ->> 'encounterAt', d.id) > (?, ?)", encounterAt, id);
        return rows.OrderBy(r => r.EncounterAt).ThenBy(r => r.Id).Take(page.Size + 1);
    }
}
