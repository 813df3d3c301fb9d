using CareTeam.Server.Errors;
using CareTeam.Server.Storage;
using CareTeam.V1;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>
/// Decides again when another node's command was faster: PostgreSQL's version check refused the append. On one node commands on a
/// plan take turns, so this happens only between nodes.
/// </summary>
public sealed class RetryBehavior<TCall, TResponse> : IPipelineBehavior<TCall, TResponse>
{
    private const int Attempts = 20;

    public async Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next();
            }
            catch (StaleDecisionException) when (attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(1, 4 * attempt), cancellationToken);
            }
            catch (StaleDecisionException e)
            {
                throw Fault.Unavailable("The plan is too busy. Send it again with the same request_id.", e);
            }
        }
    }
}
