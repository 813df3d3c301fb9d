using System.Globalization;
using Marten;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<GetWorkResponse> GetWork(GetWorkRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The caller's day, over all plans: what is late, due, to be accepted, coming up, and what nobody of the discipline has taken on yet.</summary>
public sealed class GetWork(IDocumentStore store, RuleTable rules, TimeProvider clock) : RpcUseCase<GetWorkRequest, GetWorkResponse>
{
    private const int MostCounted = 1_000;
    private static readonly int[] Open = [(int)TaskStatus.Requested, (int)TaskStatus.Accepted, (int)TaskStatus.InProgress];

    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(GetWorkRequest request, Violations violations) => Page.Check(violations, request.PageSize, "", keys: 0, most: 200);

    public override async Task<GetWorkResponse> Answer(GetWorkRequest request, Caller caller, CancellationToken cancel)
    {
        var today = rules.Day(null, Clock.Now(clock, notBefore: null)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await using var session = store.QuerySession(caller.Organization);
        var mine = await Rows(session, caller).WhereSql("d.assignee_id = ?", caller.Person.PersonId).OrderBy(r => r.DueBy).ThenBy(r => r.Id).Take(MostCounted).ToListAsync(cancel);
        var offered = caller.Role.IsClinician()
            ? await Rows(session, caller).WhereSql(
                    "d.assignee_id = '' and (d.data ->> 'discipline')::int = any(?)", new[] { (int)Discipline.Unspecified, (int)caller.Role.Discipline() }.Distinct().ToArray())
                .OrderBy(r => r.DueBy).ThenBy(r => r.Id).Take(MostCounted).ToListAsync(cancel)
            : [];
        var all = mine.Select(r => (Reason: Reason(r, today), Row: r)).Concat(offered.Select(r => (Reason: WorkReason.Offered, Row: r)))
            .GroupBy(w => w.Reason).OrderBy(g => g.Key).ToList();
        var most = Page.Of(request.PageSize, "").Size;
        return new GetWorkResponse
        {
            TodayDate = today,
            Counts = { all.Select(g => new WorkCount { Reason = g.Key, Tasks = g.Count() }) },
            Items = { all.SelectMany(g => g.Take(most)).Select(w => new WorkItem { Reason = w.Reason, Task = w.Row.Listed }) },
        };
    }

    private static IQueryable<TaskRow> Rows(IQuerySession session, Caller caller) => session.Query<TaskRow>().ReadableBy(caller).WhereSql("(d.data ->> 'status')::int = any(?)", Open);

    private static WorkReason Reason(TaskRow row, string today) =>
        row.Status == TaskStatus.Requested && string.CompareOrdinal(row.DueBy, today) >= 0 ? WorkReason.ToAccept
        : string.CompareOrdinal(row.DueBy, today) < 0 ? WorkReason.Overdue
        : row.DueBy == today ? WorkReason.DueToday
        : WorkReason.Upcoming;
}
