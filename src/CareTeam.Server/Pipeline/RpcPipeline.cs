using CareTeam.Server.Access;
using CareTeam.V1;
using Grpc.Core;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>Where every unary rpc enters: the caller from the token, then the behaviors, then the use case.</summary>
public sealed class RpcPipeline(IMediator mediator)
{
    public Task<TResponse> Send<TResponse>(IRpc<TResponse> request, ServerCallContext context) =>
        Send(request, Caller.From(context.GetHttpContext().User), context.CancellationToken);

    public Task<TResponse> Send<TResponse>(IRpc<TResponse> request, Caller caller, CancellationToken cancel) =>
        mediator.Send(new Call<TResponse>(request, caller), cancel);
}
