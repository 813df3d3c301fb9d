using CareTeam.Server.Errors;
using CareTeam.V1;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>Answers a malformed request with all of its violations.</summary>
public sealed class ValidateBehavior<TCall, TResponse>(IUseCase<TResponse> useCase) : IPipelineBehavior<TCall, TResponse>
{
    public Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var request = ((Call<TResponse>)(object)call!).Request;
        var violations = new Violations();
        WellFormed.Check(request, violations);
        useCase.Validate(request, violations);
        if (violations.Found.Count > 0) throw Fault.Invalid(violations.Found);
        return next();
    }
}
