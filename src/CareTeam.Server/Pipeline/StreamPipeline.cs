using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace CareTeam.Server.Pipeline;

/// <summary>What every stream passes: role and form are checked first, and it ends when the token expires or the server stops.</summary>
public sealed class StreamPipeline(IServiceProvider useCases, StreamPlaces places, ScopeOfPractice scope, StreamEnds ends)
{
    public async IAsyncEnumerable<TItem> Open<TRequest, TItem>(
        TRequest request, Caller caller, [EnumeratorCancellation] CancellationToken cancel)
        where TRequest : IMessage
    {
        var useCase = useCases.GetRequiredService<StreamUseCase<TRequest, TItem>>();
        using var span = Telemetry.Source.StartActivity(request.Descriptor.Name);
        span?.SetTag("careteam.organization", caller.Organization).SetTag("enduser.id", caller.Person.PersonId);
        useCase.Who.CheckRole(caller, scope);
        var violations = new Violations();
        WellFormed.Check(request, violations);
        useCase.Validate(request, violations);
        if (violations.Found.Count > 0) throw Fault.Invalid(violations.Found);

        using var place = places.Take(caller);
        using var end = ends.For(caller, cancel);
        await using var items = useCase.Items(request, caller, end.Token).GetAsyncEnumerator(end.Token);
        while (await end.Next(_ => items.MoveNextAsync().AsTask())) yield return items.Current;
    }
}
