using Grpc.Core;
using Grpc.Net.Client;

namespace CareTeam.Benchmarks.Writes;

/// <summary>Over gRPC to the server process.</summary>
internal sealed class GrpcWriter(GrpcChannel channel, string token, string[] plans) : IWorker
{
    private readonly NoteService.NoteServiceClient notes = new(channel);
    private readonly Metadata headers = new() { { "authorization", $"Bearer {token}" } };
    private readonly Taking taking = new(plans);

    public async Task Once() => await notes.SubmitNoteAsync(Requests.SubmitNote(taking.Next()), headers);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
