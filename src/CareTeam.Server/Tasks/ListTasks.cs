using Marten;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<ListTasksResponse> ListTasks(ListTasksRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Tasks of all plans that the caller may read, by due day.</summary>
public sealed class ListTasks(IDocumentStore store) : RpcUseCase<ListTasksRequest, ListTasksResponse>
{
    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(ListTasksRequest request, Violations violations)
    {
        violations.AtMost("statuses", request.Statuses, 10);
        violations.AtMost("due_kinds", request.DueKinds, 20);
        if (request.Unassigned && request.AssigneeId.Length > 0) violations.Add("unassigned", "contradicts assignee_id");
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2);
    }

    public override async Task<ListTasksResponse> Answer(ListTasksRequest request, Caller caller, CancellationToken cancel)
    {
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var session = store.QuerySession(caller.Organization);
        var rows = session.Query<TaskRow>();
        var readable = request.AssigneeId.Length > 0 || request.PlanId.Length > 0 ? rows.ReadableOneByOneBy(caller) : rows.ReadableBy(caller);
        if (request.PlanId.Length > 0) readable = readable.WhereSql("d.plan_id = ?", request.PlanId);
        if (request.AssigneeId.Length > 0) readable = readable.WhereSql("d.assignee_id = ?", request.AssigneeId);
        if (request.Unassigned) readable = readable.Where(r => r.AssigneeId == "");
        if (request.Discipline != Discipline.Unspecified) readable = readable.Where(r => r.Discipline == request.Discipline);
        if (request.Statuses.Count > 0) readable = readable.WhereSql("(d.data ->> 'status')::int = any(?)", request.Statuses.Select(s => (int)s).ToArray());
        if (request.DueKinds.Count > 0) readable = readable.WhereSql("d.data #>> '{listed,task,dueKind}' = any(?)", [request.DueKinds.ToArray()]);
        if (request.DueBy.Length > 0) readable = readable.WhereSql("d.due_by <= ?", request.DueBy);
        if (page.After is [var due, var id]) readable = readable.WhereSql("(d.due_by, d.id) > (?, ?)", due, id);
        var found = await readable.OrderBy(r => r.DueBy).ThenBy(r => r.Id).Take(page.Size + 1).ToListAsync(cancel);
        var (shown, next) = page.Cut(found, r => r.Listed, r => [r.DueBy, r.Id]);
        return new ListTasksResponse { Tasks = { shown.Select(r => r.Listed) }, NextPageToken = next };
    }
}
