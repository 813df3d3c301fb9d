using CareTeam.V1;
using Google.Protobuf;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>The last step of a use case that answers by itself.</summary>
public sealed class RpcHandler<TRequest, TResponse>(RpcUseCase<TRequest, TResponse> useCase) : IRequestHandler<Call<TResponse>, TResponse>
    where TRequest : class, IRpc<TResponse>
    where TResponse : class, IMessage
{
    public Task<TResponse> Handle(Call<TResponse> call, CancellationToken cancellationToken) =>
        useCase.Answer((TRequest)call.Request, call.Caller, cancellationToken);
}
