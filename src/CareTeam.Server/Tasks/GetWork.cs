using System.Globalization;
using Npgsql;

namespace CareTeam.Server.Tasks;

partial class TaskGrpc
{
    public override Task<GetWorkResponse> GetWork(GetWorkRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The caller's day, over all plans: what is late, due, to be accepted, coming up, and what nobody of the discipline has taken on yet.</summary>
public sealed class GetWork(NpgsqlDataSource source, RuleTable rules, TimeProvider clock) : RpcUseCase<GetWorkRequest, GetWorkResponse>
{
    private const int MostCounted = 1_000;

    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(GetWorkRequest request, Violations violations) => Page.Check(violations, request.PageSize, "", keys: 0, most: 200);

    public override async Task<GetWorkResponse> Answer(GetWorkRequest request, Caller caller, CancellationToken cancel)
    {
        var response = new GetWorkResponse { TodayDate = rules.Day(null, Clock.Now(clock, notBefore: null)).Iso() };
        await using var command = Command(source, caller, response.TodayDate, Page.Of(request.PageSize, "").Size);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (reason, tasks) = ((WorkReason)rows.GetInt32(0), (int)rows.GetInt64(1));
            if (response.Counts.Count == 0 || response.Counts[^1].Reason != reason) response.Counts.Add(new WorkCount { Reason = reason, Tasks = tasks });
            response.Items.Add(new WorkItem { Reason = reason, Task = ProtoJson.Parser.Parse<ListedTask>(rows.GetString(2)) });
        }
        return response;
    }

    /// <summary>
    /// The caller's tasks by their index on assignee and day, each checked against its plan; the offered ones from the caller's plans. Only what is shown is read whole.
    /// </summary>
    public static NpgsqlCommand Command(NpgsqlDataSource source, Caller caller, string today, int most)
    {
        const string rows = StoreRegistration.Schema;
        var open = $"(d.data ->> 'status')::int in ({(int)TaskStatus.Requested}, {(int)TaskStatus.Accepted}, {(int)TaskStatus.InProgress})";
        var command = source.CreateCommand(
            $"""
            with work as (
                (select case when d.due_by < $4 then {(int)WorkReason.Overdue} when (d.data ->> 'status')::int = {(int)TaskStatus.Requested} then {(int)WorkReason.ToAccept}
                    when d.due_by = $4 then {(int)WorkReason.DueToday} else {(int)WorkReason.Upcoming} end as reason, d.due_by, d.id
                 from {rows}.mt_doc_taskrow d where d.tenant_id = $1 and d.assignee_id = $2 and {open}
                    and ($5 or exists (select 1 from {rows}.mt_doc_planrow p where p.tenant_id = $1 and p.id = d.plan_id and p.data @> $3::jsonb offset 0))
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
        foreach (var value in new object[] { caller.Organization, caller.Person.PersonId, ReadableRows.MemberIs(caller), today, caller.Role.ReadsOrganization(), disciplines })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
