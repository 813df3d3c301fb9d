using CareTeam.Server.Access;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>Turns away callers whose role never may do this, before anything is read. The team of the plan is checked on its state.</summary>
public sealed class AuthorizeBehavior<TCall, TResponse>(IUseCase<TResponse> useCase, ScopeOfPractice scope) : IPipelineBehavior<TCall, TResponse>
{
    public Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        useCase.Who.CheckRole(((Call<TResponse>)(object)call!).Caller, scope);
        return next();
    }
}
