using CareTeam.Server.Access;
using Npgsql;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    public override Task<SearchNotesResponse> SearchNotes(SearchNotesRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Full text in notes and their amendments, within the plans that the caller may read, the newest encounter first.</summary>
public sealed class SearchNotes(NpgsqlDataSource source) : RpcUseCase<SearchNotesRequest, SearchNotesResponse>
{
    public override Permission Who => Permission.AnyCaller;

    protected override void Validate(SearchNotesRequest request, Violations violations)
    {
        violations.Text("query", request.Query, 200);
        if (request.FromDate.Length > 0 && request.ToDate.Length > 0 && string.CompareOrdinal(request.FromDate, request.ToDate) > 0) violations.Add("to_date", "is before from_date");
        Page.Check(violations, request.PageSize, request.PageToken, keys: 2, most: 100);
    }

    public override async Task<SearchNotesResponse> Answer(SearchNotesRequest request, Caller caller, CancellationToken cancel)
    {
        var page = Page.Of(request.PageSize, request.PageToken);
        await using var command = Command(source, request, caller, page);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(FoundNote Note, string EncounterAt, string Id)>();
        while (await rows.ReadAsync(cancel)) found.Add((Found(rows), rows.GetString(0), rows.GetString(1)));
        var (shown, next) = page.Cut(found, f => f.Note, f => [f.EncounterAt, f.Id]);
        return new SearchNotesResponse { Notes = { shown.Select(f => f.Note) }, NextPageToken = next };
    }

    /// <summary>The hits by the two full-text indexes first; what the caller may read, and the rest, narrow them.</summary>
    public static NpgsqlCommand Command(NpgsqlDataSource source, SearchNotesRequest request, Caller caller, Page page)
    {
        const string rows = StoreRegistration.Schema;
        var command = source.CreateCommand();
        var where = new List<string>();
        var query = $"websearch_to_tsquery('english', {Value(request.Query)})";
        var tenant = Value(caller.Organization);
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
                select id from {{rows}}.mt_doc_noterow where tenant_id = {{tenant}} and to_tsvector('english', {{NoteRows.NoteText}}) @@ {{query}}
                union
                select (data ->> 'planId') || '/' || (data ->> 'noteId') from {{rows}}.mt_doc_amendmentrow where tenant_id = {{tenant}} and to_tsvector('english', {{NoteRows.AmendmentText}}) @@ {{query}}),
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
