using Marten;

namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<ListTherapyRecordsResponse> ListTherapyRecords(ListTherapyRecordsRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Sessions, reports, home logs and education of one plan with their texts, the newest day first.</summary>
public sealed class ListTherapyRecords(IDocumentStore store, PlanStore plans) : RpcUseCase<ListTherapyRecordsRequest, ListTherapyRecordsResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(ListTherapyRecordsRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        violations.AtMost("kinds", request.Kinds, 10);
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2, most: 100);
    }

    public override async Task<ListTherapyRecordsResponse> Answer(ListTherapyRecordsRequest request, Caller caller, CancellationToken cancel)
    {
        await plans.ReadFor(caller, request.PlanId, cancel);
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var session = store.QuerySession(caller.Organization);
        var rows = session.Query<TherapyRecordRow>().Where(r => r.PlanId == request.PlanId);
        if (request.TherapyOrderId.Length > 0) rows = rows.Where(r => r.TherapyOrderId == request.TherapyOrderId);
        if (request.Kinds.Count > 0) rows = rows.WhereSql("(d.data ->> 'kind')::int = any(?)", request.Kinds.Select(k => (int)k).ToArray());
        if (page.After is [var day, var id]) rows = rows.WhereSql("(d.data ->> 'day', d.id) < (?, ?)", day, id);
        var found = await rows.OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(page.Size + 1).ToListAsync(cancel);
        var (shown, next) = page.Cut(found, r => r.Record, r => [r.Day, r.Id]);
        return new ListTherapyRecordsResponse { Records = { shown.Select(r => r.Record) }, NextPageToken = next };
    }
}
