using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Server.Notes;

partial class NoteGrpc
{
    private const int MostNotes = 1_000;

    /// <summary>Each note of the batch goes the whole way of SubmitNote by itself; one that fails does not stop those after it.</summary>
    public override async Task<SubmitNotesResponse> SubmitNotes(IAsyncStreamReader<SubmitNotesRequest> requestStream, ServerCallContext context)
    {
        var caller = Caller.From(context.GetHttpContext().User);
        using var end = ends.For(caller, context.CancellationToken);
        var response = new SubmitNotesResponse();
        var bytes = 0;
        while (await end.Next(requestStream.MoveNext))
        {
            // What was recorded stays recorded, and its request_ids find it again.
            if (response.Results.Count == MostNotes) throw Fault.Invalid("note", $"A batch has at most {MostNotes} notes; the first {MostNotes} were handled");
            var result = await Submit(requestStream.Current.Note ?? new(), caller, context.CancellationToken);
            if (bytes + result.CalculateSize() > Page.Bytes && result.Failure is { } failure) failure.Status = null;
            bytes += result.CalculateSize();
            response.Results.Add(result);
        }
        return response;
    }

    private async Task<SubmitNotesResult> Submit(SubmitNoteRequest note, Caller caller, CancellationToken cancel)
    {
        // A whole batch of ids of any length would not fit into memory.
        var result = new SubmitNotesResult { RequestId = Violations.IsId(note.RequestId) ? note.RequestId : "" };
        try
        {
            result.Recorded = await pipeline.Send(note, caller, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            var status = RpcStatus.For(e, log);
            result.Failure = new() { Code = status.Code, Message = status.Message, Status = Any.Pack(status) };
        }
        return result;
    }
}
