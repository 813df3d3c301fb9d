namespace CareTeam.Rules.Tests;

/// <summary>What validation says of a request.</summary>
public static class Fields
{
    public static IReadOnlyList<string> Violated<TResponse>(IUseCase<TResponse> useCase, IRpc<TResponse> request)
    {
        var violations = new Violations();
        WellFormed.Check(request, violations);
        useCase.Validate(request, violations);
        return [.. violations.Found.Select(v => v.Field)];
    }
}
