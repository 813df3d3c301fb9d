using System.Diagnostics;
using CareTeam.V1;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>One span a request: the rpc, the organization, the plan and how it ended. Never its content.</summary>
public sealed class TraceBehavior<TCall, TResponse> : IPipelineBehavior<TCall, TResponse>
{
    public async Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (call is not Call<TResponse> { Request: var request, Caller: var caller }) return await next();
        using var span = Telemetry.Source.StartActivity(request.Descriptor.Name);
        span?.SetTag("careteam.organization", caller.Organization).SetTag("enduser.id", caller.Person.PersonId);
        if (request is IPlanCommand<TResponse> command) span?.SetTag("careteam.plan_id", Id(command.PlanId)).SetTag("careteam.request_id", Id(command.RequestId));
        try
        {
            return await next();
        }
        catch (Exception e)
        {
            span?.SetStatus(ActivityStatusCode.Error, e is Errors.CareTeamException known ? known.Reason : e.GetType().Name);
            throw;
        }
    }

    /// <summary>Nothing is validated yet: text in the wrong field may be personal.</summary>
    private static string? Id(string given) => Violations.IsId(given) ? given : null;
}

public static class Telemetry
{
    public static readonly ActivitySource Source = new("CareTeam");
}
