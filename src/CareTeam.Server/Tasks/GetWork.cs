using Marten;
using Npgsql;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<GetWorkResponse> GetWork(GetWorkRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The caller's day, over all plans: what is late, due, to be accepted, coming up, what nobody of the discipline has taken on yet, and what waits for a signature.</summary>
public sealed class GetWork(NpgsqlDataSource source, IDocumentStore store, RuleTable rules, TimeProvider clock) : RpcUseCase<GetWorkRequest, GetWorkResponse>
{
    public const int MostCounted = 1_000;

    public static readonly string OpenStatuses = string.Join(", ", TaskState.Open.Select(status => (int)status));

    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(GetWorkRequest request, Violations violations) => Page.Check(violations, request.PageSize, "", keys: 0, most: 200);

    public override async Task<GetWorkResponse> Answer(GetWorkRequest request, Caller caller, CancellationToken cancel)
    {
        var now = Clock.Now(clock, notBefore: null);
        var response = new GetWorkResponse { TodayDate = rules.Day(null, now).Iso() };
        var most = Page.Of(request.PageSize, "").Size;
        await using (var command = Command(source, caller, response.TodayDate, rules.DaysByCoverage(now), most)) await AddTasks(response, command, cancel);
        await new WorkToSign(source, store, rules).AddTo(response, caller, most, cancel);
        return response;
    }

    private static async Task AddTasks(GetWorkResponse response, NpgsqlCommand command, CancellationToken cancel)
    {
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (reason, tasks) = ((WorkReason)rows.GetInt32(0), (int)rows.GetInt64(1));
            if (response.Counts.Count == 0 || response.Counts[^1].Reason != reason) response.Counts.Add(new WorkCount { Reason = reason, Tasks = tasks });
            response.Items.Add(new WorkItem { Reason = reason, Task = ProtoJson.Parser.Parse<ListedTask>(rows.GetString(2)) });
        }
    }

    /// <summary>
    /// The caller's tasks by their index on assignee and day, each checked against its plan and judged by the plan's day, as the clocks do; the offered ones from the caller's
    /// plans. Only what is shown is read whole.
    /// </summary>
    /// <param name="today">The day of plans of whose coverage `days` says nothing.</param>
    public static NpgsqlCommand Command(
        NpgsqlDataSource source, Caller caller, string today, IReadOnlyList<(string Payer, string Region, DateOnly Day)> days, int most)
    {
        const string rows = StoreRegistration.Schema;
        var open = $"(d.data ->> 'status')::int in ({OpenStatuses})";
        var command = source.CreateCommand(
            $"""
            with days as (select * from unnest($7::text[], $8::text[], $9::text[]) as t(payer, region, today)),
            work as (
                (select case when d.due_by < p.today then {(int)WorkReason.Overdue} when (d.data ->> 'status')::int = {(int)TaskStatus.Requested} then {(int)WorkReason.ToAccept}
                    when d.due_by = p.today then {(int)WorkReason.DueToday} else {(int)WorkReason.Upcoming} end as reason, d.due_by, d.id
                 from {rows}.mt_doc_taskrow d cross join lateral (
                    select coalesce((
                        select today from days where payer in ('', p.data ->> 'payer') and region in ('', p.data ->> 'region') order by payer <> '' desc, region <> '' desc limit 1), $4) as today
                    from {rows}.mt_doc_planrow p where p.tenant_id = $1 and p.id = d.plan_id and ($5 or p.data @> $3::jsonb) offset 0) p
                 where d.tenant_id = $1 and d.assignee_id = $2 and {open}
                 order by d.due_by, d.id limit {MostCounted})
                union all
                (select {(int)WorkReason.Offered}, d.due_by, d.id from {rows}.mt_doc_planrow p join {rows}.mt_doc_taskrow d on d.tenant_id = p.tenant_id and d.plan_id = p.id
                 where p.tenant_id = $1 and p.data @> $3::jsonb and d.assignee_id = '' and (d.data ->> 'discipline')::int = any($6) and {open}
                 order by d.due_by, d.id limit {MostCounted})),
            numbered as (select *, count(*) over (partition by reason) as tasks, row_number() over (partition by reason order by due_by, id) as number from work)
            select n.reason, n.tasks, d.data ->> 'listed' from numbered n join {rows}.mt_doc_taskrow d on d.tenant_id = $1 and d.id = n.id
            where n.number <= {most} order by n.reason, n.number
            """);
        int[] disciplines = caller.Role.IsClinician() ? [(int)Discipline.Unspecified, (int)caller.Role.Discipline()] : [];
        foreach (var value in new object[]
        {
            caller.Organization, caller.Person.PersonId, ReadableRows.MemberIs(caller), today, caller.Role.ReadsOrganization(), disciplines,
            days.Select(d => d.Payer).ToArray(), days.Select(d => d.Region).ToArray(), days.Select(d => d.Day.Iso()).ToArray(),
        })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
