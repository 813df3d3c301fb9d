using CareTeam.Server.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Benchmarks.Writes;

/// <summary>Through the whole pipeline in this process, with a scope a command as gRPC makes one.</summary>
internal sealed class MediatRWriter(IServiceProvider services, string[] plans) : IWorker
{
    private readonly Taking taking = new(plans);

    public async Task Once()
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RpcPipeline>().Send(Requests.SubmitNote(taking.Next()), Staff.Therapist, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
