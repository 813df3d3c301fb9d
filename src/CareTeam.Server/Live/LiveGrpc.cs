using Google.Protobuf;

namespace CareTeam.Server.Live;

/// <summary>Each rpc's line stands with its use case.</summary>
public sealed partial class LiveGrpc(StreamPipeline streams, RpcPipeline pipeline) : LiveService.LiveServiceBase
{
    private async Task Send<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        where TRequest : IMessage
        where TResponse : IMessage
    {
        var caller = Caller.From(context.GetHttpContext().User);
        await foreach (var item in streams.Open<TRequest, FeedItem<TResponse>>(request, caller, context.CancellationToken))
            await responses.WriteAsync(item.Message, context.CancellationToken);
    }
}
