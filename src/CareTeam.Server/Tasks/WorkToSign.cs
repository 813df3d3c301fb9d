using CareTeam.Server.Notes;
using CareTeam.Server.Therapy;
using Google.Protobuf;
using Marten;
using Npgsql;

namespace CareTeam.Server.Tasks;

/// <summary>What waits for one person in particular, over all plans: red flags, co-signatures, certifications, reports. An emergency waits for everyone of the team.</summary>
public sealed class WorkToSign(NpgsqlDataSource source, IDocumentStore store, RuleTable rules)
{
    private static readonly string[] Certifications = [.. CertificationDues.Kinds];
    private static readonly string[] Reports = [TreatmentDues.ProgressReport];

    public async Task AddTo(GetWorkResponse response, Caller caller, int most, CancellationToken cancel)
    {
        if (!caller.Role.IsClinician()) return;
        Count(response, WorkReason.RedFlag, await Read(RedFlags(source, caller, RedFlagRules.Emergencies(rules), most), response.RedFlags, cancel));
        Count(response, WorkReason.ToCosign, await ToCosign(response, caller, most, cancel));
        Count(response, WorkReason.ToCertify, await Read(ToCertify(source, caller, most), response.ToCertify, cancel));
        Count(response, WorkReason.ReportDue, await Read(ReportsDue(source, caller, most), response.ReportsDue, cancel));
    }

    private const string KindOfFlag = "'{listed,kind}'";

    /// <summary>Of the plans that the caller leads, and emergencies of all of the caller's, by the index on the plans' rows.</summary>
    public static NpgsqlCommand RedFlags(NpgsqlDataSource source, Caller caller, IReadOnlyList<RedFlagKind> emergencies, int most) => Command(source,
        $"""
        select count(*) over (), d.data ->> 'listed' from {StoreRegistration.Schema}.mt_doc_planrow p
        join {StoreRegistration.Schema}.mt_doc_redflagrow d on d.tenant_id = p.tenant_id and d.plan_id = p.id
        where p.tenant_id = $1 and p.data @> $2::jsonb and (p.data @> $3::jsonb or d.data #>> {KindOfFlag} = any($4)) order by d.data ->> 'raisedAt', d.id limit {most}
        """, caller.Organization, ReadableRows.MemberIs(caller), ReadableRows.LeadIs(caller), emergencies.Select(InJson).ToArray());

    private static string InJson(RedFlagKind kind) => $"RED_FLAG_KIND_{kind.ToWords().Replace('-', '_').ToUpperInvariant()}";

    /// <summary>The caller's own by the index on assignees; and those of the plans that the caller leads, whoever led them when they fell due.</summary>
    public static NpgsqlCommand ToCertify(NpgsqlDataSource source, Caller caller, int most) => Command(source, Tasks(
        $"select d.id from {StoreRegistration.Schema}.mt_doc_planrow p join {StoreRegistration.Schema}.mt_doc_taskrow d on d.tenant_id = p.tenant_id and d.plan_id = p.id where p.tenant_id = $1 and p.data @> $5::jsonb and {OfKinds}",
        most), caller.Organization, caller.Person.PersonId, Certifications, ReadableRows.MemberIs(caller), ReadableRows.LeadIs(caller));

    /// <summary>The caller's own, and on the caller's plans those of the discipline that nobody has.</summary>
    public static NpgsqlCommand ReportsDue(NpgsqlDataSource source, Caller caller, int most) => Command(source, Tasks(
        $"select d.id from {StoreRegistration.Schema}.mt_doc_planrow p join {StoreRegistration.Schema}.mt_doc_taskrow d on d.tenant_id = p.tenant_id and d.plan_id = p.id where p.tenant_id = $1 and p.data @> $4::jsonb and d.assignee_id = '' and (d.data ->> 'discipline')::int = $5 and {OfKinds}",
        most), caller.Organization, caller.Person.PersonId, Reports, ReadableRows.MemberIs(caller), (int)caller.Role.Discipline());

    private static readonly string OfKinds = $"(d.data ->> 'status')::int in ({GetWork.OpenStatuses}) and d.data #>> '{{listed,task,dueKind}}' = any($3)";

    private static string Tasks(string others, int most) =>
        $"""
        with due as (
            select d.id from {StoreRegistration.Schema}.mt_doc_taskrow d where d.tenant_id = $1 and d.assignee_id = $2 and {OfKinds}
                and exists (select 1 from {StoreRegistration.Schema}.mt_doc_planrow p where p.tenant_id = $1 and p.id = d.plan_id and p.data @> $4::jsonb offset 0)
            union {others})
        select count(*) over (), d.data ->> 'listed' from due join {StoreRegistration.Schema}.mt_doc_taskrow d on d.tenant_id = $1 and d.id = due.id
        order by d.due_by, d.id limit {most}
        """;

    private async Task<int> ToCosign(GetWorkResponse response, Caller caller, int most, CancellationToken cancel)
    {
        await using var session = store.QuerySession(caller.Organization);
        var waiting = await ListNotesToCosign.Waiting(session, caller.Person.PersonId, new Page(most, [])).ToListAsync(cancel);
        response.ToCosign.Add(waiting.Take(most).Select(r => r.Listed));
        return waiting.Count <= most ? waiting.Count : await session.Query<CosignatureRow>().CountAsync(r => r.SupervisorId == caller.Person.PersonId, cancel);
    }

    private static void Count(GetWorkResponse response, WorkReason reason, int found)
    {
        if (found > 0) response.Counts.Add(new WorkCount { Reason = reason, Tasks = Math.Min(found, GetWork.MostCounted) });
    }

    private static async Task<int> Read<T>(NpgsqlCommand command, ICollection<T> into, CancellationToken cancel) where T : IMessage<T>, new()
    {
        var all = 0;
        await using (command)
        await using (var rows = await command.ExecuteReaderAsync(cancel))
        {
            while (await rows.ReadAsync(cancel))
            {
                all = (int)rows.GetInt64(0);
                into.Add(ProtoJson.Parser.Parse<T>(rows.GetString(1)));
            }
        }
        return all;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
