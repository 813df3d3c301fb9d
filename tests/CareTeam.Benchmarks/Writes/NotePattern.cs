using System.Globalization;
using CareTeam.Server.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CareTeam.Benchmarks.Writes;

/// <summary>The documents of one command as the server wrote them, for raw SQL to write again with other ids and times.</summary>
internal sealed record NotePattern(string PlanId, string NoteId, string RequestId, string Time, string Event, string EventType, string Headers, string Row, string Receipt)
{
    private const string Written =
        $"""
        select e.stream_id, split_part(r.id, '/', 2), q.id, r.data ->> 'encounterAt', e.data::text, e.mt_dotnet_type, e.headers::text, r.data::text, q.data::text
        from {StoreRegistration.Schema}.mt_events e
        join {StoreRegistration.Schema}.mt_doc_noterow r on r.id = e.stream_id || '/' || (e.data #>> '{"{summary,noteId}"}')
        join {StoreRegistration.Schema}.mt_doc_receipt q on q.id = $1
        where e.stream_id = $2 and e.type = 'note_submitted'
        """;

    public static async Task<NotePattern> Learn(Store store, string plan)
    {
        var request = Requests.SubmitNote(plan);
        await using var scope = store.InProcess.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RpcPipeline>().Send(request, Staff.Therapist, CancellationToken.None);

        await using var command = store.Sql.CreateCommand(Written);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.RequestId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = plan });
        await using var rows = await command.ExecuteReaderAsync();
        if (!await rows.ReadAsync()) throw new InvalidOperationException("The server wrote other rows than raw SQL knows.");
        string Text(int column) => rows.GetString(column);
        return new(Text(0), Text(1), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), Text(8));
    }

    public NotePattern Fill(string plan, DateTime now)
    {
        var (note, request) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var time = now.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        string Filled(string document) => document.Replace(NoteId, note, StringComparison.Ordinal).Replace(PlanId, plan, StringComparison.Ordinal)
            .Replace(Time, time, StringComparison.Ordinal);
        return this with
        {
            PlanId = plan,
            NoteId = note,
            RequestId = request,
            Time = time,
            Event = Filled(Event),
            Row = Filled(Row),
            Receipt = Receipt.Replace(RequestId, request, StringComparison.Ordinal),
        };
    }
}
