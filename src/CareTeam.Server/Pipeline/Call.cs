using CareTeam.Server.Access;
using CareTeam.V1;

namespace CareTeam.Server.Pipeline;

/// <summary>A request on its way through the pipeline. A response type belongs to one rpc alone, so it also finds the use case.</summary>
public sealed record Call<TResponse>(IRpc<TResponse> Request, Caller Caller, Timestamp ArrivedAt) : MediatR.IRequest<TResponse>;
