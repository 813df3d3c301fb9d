using CareTeam.Server.Access;
using Npgsql;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<SearchNotesResponse> SearchNotes(SearchNotesRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Full text in notes and their amendments, within the plans that the caller may read, the newest encounter first.</summary>
public sealed class SearchNotes(NpgsqlDataSource source, ExpensiveReads reads) : RpcUseCase<SearchNotesRequest, SearchNotesResponse>
{
    /// <summary>Up to so many plans the search begins with them: then a word of every note costs what the caller may read, not what the organization has.</summary>
    private const int FewPlans = 500;

    public override Permission Who => Permission.Reader;

    protected override void Validate(SearchNotesRequest request, Violations violations)
    {
        violations.Text("query", request.Query, 200);
        if (request.FromDate.Length > 0 && request.ToDate.Length > 0 && string.CompareOrdinal(request.FromDate, request.ToDate) > 0) violations.Add("to_date", "is before from_date");
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2, most: 100);
    }

    public override Task<SearchNotesResponse> Answer(SearchNotesRequest request, Caller caller, CancellationToken cancel) => reads.Run(() => Search(request, caller, cancel), cancel);

    private async Task<SearchNotesResponse> Search(SearchNotesRequest request, Caller caller, CancellationToken cancel)
    {
        var (lookedFor, plans) = await Aim(source, request, caller, cancel);
        // Stop words and signs alone look for nothing; without a word that a note must have, every note would be read.
        if (lookedFor.Length == 0) return new();
        if (lookedFor == "T") throw Fault.Invalid("query", "only says what notes must not have; it needs a word to look for");
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var command = Command(source, request, caller, page, plans);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(FoundNote Note, string EncounterAt, string Id)>();
        while (await rows.ReadAsync(cancel)) found.Add((Found(rows), rows.GetString(0), rows.GetString(1)));
        var (shown, next) = page.Cut(found, f => f.Note, f => [f.EncounterAt, f.Id]);
        return new SearchNotesResponse { Notes = { shown.Select(f => f.Note) }, NextPageToken = next };
    }

    /// <summary>What of the query an index can look for, as PostgreSQL says it, and the plans to search, null when they are too many to begin with.</summary>
    public static async Task<(string LookedFor, string[]? Plans)> Aim(NpgsqlDataSource source, SearchNotesRequest request, Caller caller, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(
            $"""
            select querytree(websearch_to_tsquery('english', $1)),
                case when $3::jsonb is not null then array(select id from {StoreRegistration.Schema}.mt_doc_planrow where tenant_id = $2 and data @> $3::jsonb limit {FewPlans + 1}) end
            """);
        var theirs = request.PlanId.Length > 0 || caller.Role.ReadsOrganization() ? (object)DBNull.Value : ReadableRows.MemberIs(caller);
        foreach (var value in new[] { request.Query, caller.Organization, theirs }) command.Parameters.AddWithValue(value);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var plans = request.PlanId.Length > 0 ? [request.PlanId] : row.IsDBNull(1) ? null : row.GetFieldValue<string[]>(1);
        return (row.GetString(0), plans?.Length > FewPlans ? null : plans);
    }

    /// <summary>The hits by the two full-text indexes first, among the plans if they are known; what the caller may read, and the rest, narrow them.</summary>
    public static NpgsqlCommand Command(NpgsqlDataSource source, SearchNotesRequest request, Caller caller, Page page, string[]? plans)
    {
        const string rows = StoreRegistration.Schema;
        var command = source.CreateCommand();
        var where = new List<string>();
        var query = $"websearch_to_tsquery('english', {Value(request.Query)})";
        var tenant = Value(caller.Organization);
        var among = plans is null ? "" : $"and data ->> 'planId' = any({Value(plans)})";
        where.Add($"n.tenant_id = {tenant}");
        if (!caller.Role.ReadsOrganization()) where.Add($"p.data @> {Value(ReadableRows.MemberIs(caller))}::jsonb");
        if (request.PlanId.Length > 0) where.Add($"n.data ->> 'planId' = {Value(request.PlanId)}");
        if (request.AuthorId.Length > 0) where.Add($"n.data ->> 'authorId' = {Value(request.AuthorId)}");
        if (request.Discipline != Discipline.Unspecified) where.Add($"(n.data ->> 'discipline')::int = {Value((int)request.Discipline)}");
        if (request.FromDate.Length > 0) where.Add($"n.data ->> 'encounterAt' >= {Value(request.FromDate)}");
        if (request.ToDate.Length > 0) where.Add($"n.data ->> 'encounterAt' < {Value(request.ToDate + "U")}");
        if (page.After is [var encounterAt, var id]) where.Add($"(n.data ->> 'encounterAt', n.id) < ({Value(encounterAt)}, {Value(id)})");
        command.CommandText =
            $$"""
            with hits as (
                select id from {{rows}}.mt_doc_noterow where tenant_id = {{tenant}} {{among}} and to_tsvector('english', {{NoteRows.NoteText}}) @@ {{query}}
                union
                select (data ->> 'planId') || '/' || (data ->> 'noteId') from {{rows}}.mt_doc_amendmentrow where tenant_id = {{tenant}} {{among}} and to_tsvector('english', {{NoteRows.AmendmentText}}) @@ {{query}}),
            page as (
                select n.data, n.id, p.data as plan from hits join {{rows}}.mt_doc_noterow n on n.id = hits.id
                join {{rows}}.mt_doc_planrow p on p.tenant_id = n.tenant_id and p.id = n.data ->> 'planId'
                where {{string.Join(" and ", where)}} order by n.data ->> 'encounterAt' desc, n.id desc limit {{page.Size + 1}})
            select page.data ->> 'encounterAt', page.id, page.data #>> '{note,planId}', page.plan #>> '{summary,title}', page.plan #>> '{summary,patientName}',
                page.data #>> '{note,summary}', page.data #>> '{note,recordedAt}',
                ts_headline('english', concat_ws(' ... ',
                    page.data #>> '{note,body,narrative}', page.data #>> '{note,body,soap,subjective}', page.data #>> '{note,body,soap,objective}',
                    page.data #>> '{note,body,soap,assessment}', page.data #>> '{note,body,soap,plan}',
                    (select string_agg(a.data #>> '{amendment,text}', ' ... ') from {{rows}}.mt_doc_amendmentrow a
                     where a.tenant_id = {{tenant}} and a.data ->> 'planId' = page.data ->> 'planId' and a.data ->> 'noteId' = page.data #>> '{note,summary,noteId}')),
                    {{query}}, 'StartSel=**, StopSel=**, MaxFragments=2, MaxWords=20, MinWords=8')
            from page order by 1 desc, 2 desc
            """;
        return command;

        string Value(object value)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
            return $"${command.Parameters.Count}";
        }
    }

    private static FoundNote Found(NpgsqlDataReader row) => new()
    {
        PlanId = row.GetString(2),
        PlanTitle = row.GetString(3),
        PatientName = row.GetString(4),
        Summary = ProtoJson.Parser.Parse<NoteSummary>(row.GetString(5)),
        RecordedAt = ProtoJson.Parser.Parse<Timestamp>($"\"{row.GetString(6)}\""),
        Snippet = row.GetString(7),
    };
}
