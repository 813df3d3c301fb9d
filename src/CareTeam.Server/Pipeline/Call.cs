using CareTeam.Server.Access;
using CareTeam.V1;

namespace CareTeam.Server.Pipeline;

/// <summary>A request on its way through the pipeline. A response type belongs to one rpc alone, so it also finds the use case.</summary>
public sealed record Call<TResponse>(IRpc<TResponse> Request, Caller Caller) : MediatR.IRequest<TResponse>
{
    /// <summary>The plan's version when the request came, if that was asked: what the caller may have seen. Kept through retries.</summary>
    public int? VersionOnArrival { get; set; }
}
