using System.Text.Json;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Live.Lists;

/// <summary>The tasks that fit the request, in the plans of a person's teams, or without a person in those of the organization.</summary>
public sealed class Worklist(string organization, string? onlyTeamsOf, WatchWorklistRequest request) : IPlanList<WatchWorklistResponse>
{
    private const string Schema = StoreRegistration.Schema;

    public string Key { get; } = JsonSerializer.Serialize(
        new object?[] { "worklist", onlyTeamsOf, request.AssigneeId, request.Discipline, request.Statuses.Order(), request.Unassigned });

    public WatchWorklistResponse? Show(ListedPlan plan)
    {
        if (!plan.Row.IsReadableFor(onlyTeamsOf)) return null;
        var its = plan.Tasks.Where(IsWanted).ToList();
        return its.Count == 0 ? null : Show(plan.PlanId, its);
    }

    public void Complete(WatchWorklistResponse shown, int version, string cursor) => (shown.Plan.Version, shown.Plan.Cursor) = (version, cursor);

    public WatchWorklistResponse Removed(string planId) => new() { Removed = new() { PlanId = planId } };

    public WatchWorklistResponse Heartbeat(int plans) => new() { Heartbeat = new() { Plans = plans } };

    public async Task<IReadOnlyList<Listed<WatchWorklistResponse>>> Load(RowSelect rows, CancellationToken cancel)
    {
        var tasks = await rows.All(Select(), row => (Version: row.Version(0), Task: row.Document<TaskRow>(1)), cancel);
        return [.. tasks.GroupBy(t => t.Task.PlanId).Select(plan => new Listed<WatchWorklistResponse>(plan.Key, plan.First().Version, Show(plan.Key, plan.Select(t => t.Task))))];
    }

    public SqlText Select() => new SqlText()
        .Add($"select s.version, t.data from {Schema}.mt_doc_taskrow t")
        .Add($"join {Schema}.mt_streams s on s.tenant_id = t.tenant_id and s.id = t.plan_id")
        .Add("where t.tenant_id = ?", organization)
        .AddIf(request.AssigneeId.Length > 0, "and t.assignee_id = ?", request.AssigneeId)
        .AddIf(request.Unassigned, "and t.assignee_id = ''")
        .AddIf(request.Discipline != Discipline.Unspecified, "and cast(t.data ->> 'discipline' as integer) = ?", (int)request.Discipline)
        .AddIf(request.Statuses.Count > 0, "and cast(t.data ->> 'status' as integer) = any(?)", request.Statuses.Select(s => (int)s).ToArray())
        .AddIf(
            onlyTeamsOf is not null, $"and t.plan_id in (select p.id from {Schema}.mt_doc_planrow p where p.tenant_id = ? and p.data @> ?::jsonb)",
            organization, ReadableRows.MemberIs(onlyTeamsOf ?? ""))
        .Add("order by t.due_by, t.id");

    private static WatchWorklistResponse Show(string planId, IEnumerable<TaskRow> tasks) => new() { Plan = new() { PlanId = planId, Tasks = { tasks.Select(t => t.Listed) } } };

    private bool IsWanted(TaskRow task) =>
        (request.AssigneeId.Length == 0 || task.AssigneeId == request.AssigneeId)
        && (!request.Unassigned || task.AssigneeId.Length == 0)
        && (request.Discipline == Discipline.Unspecified || task.Discipline == request.Discipline)
        && (request.Statuses.Count == 0 || request.Statuses.Contains(task.Status));
}
