using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>Another node's command may have been faster.</summary>
public sealed class RetryBehavior<TCall, TResponse> : IPipelineBehavior<TCall, TResponse>
{
    public Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        PlanDecision.AgainWhenStale(() => next(), cancellationToken);
}
