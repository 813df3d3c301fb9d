using Marten;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Plans that the caller may read, newest first.</summary>
public sealed class ListPlans(IDocumentStore store) : RpcUseCase<ListPlansRequest, ListPlansResponse>
{
    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(ListPlansRequest request, Violations violations)
    {
        violations.AtMost("statuses", request.Statuses, 10);
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2);
    }

    public override async Task<ListPlansResponse> Answer(ListPlansRequest request, Caller caller, CancellationToken cancel)
    {
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var session = store.QuerySession(caller.Organization);
        IQueryable<PlanRow> rows = session.Query<PlanRow>();
        if (!caller.Role.ReadsOrganization()) rows = rows.WhereSql("d.data @> ?::jsonb", ReadableRows.MemberIs(caller));
        if (request.Statuses.Count > 0) rows = rows.WhereSql("(d.data ->> 'status')::int = any(?)", request.Statuses.Select(s => (int)s).ToArray());
        if (request.WithOpenRedFlags) rows = rows.WhereSql("(d.data #>> '{summary,openRedFlags}')::int > 0");
        if (request.LeadId.Length > 0) rows = rows.Where(r => r.LeadId == request.LeadId);
        if (request.PatientReference.Length > 0) rows = rows.Where(r => r.PatientReference == request.PatientReference);
        if (page.After is [var createdAt, var id]) rows = rows.WhereSql("(d.created_at, d.id) < (?, ?)", createdAt, id);
        var found = await rows.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(page.Size + 1).ToListAsync(cancel);
        var (shown, next) = page.Cut(found, r => r.Summary, r => [r.CreatedAt, r.Id]);
        return new ListPlansResponse { Plans = { shown.Select(r => r.Summary) }, NextPageToken = next };
    }
}
