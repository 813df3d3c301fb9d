using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace CareTeam.Server.Pipeline;

/// <summary>What every stream passes: role and form are checked first, and it ends when the token expires or the server stops.</summary>
public sealed class StreamPipeline(IServiceProvider useCases, StreamPlaces places, ScopeOfPractice scope, IHostApplicationLifetime host, TimeProvider clock)
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
        using var expiry = new CancellationTokenSource(Remaining(caller), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, host.ApplicationStopping, expiry.Token);
        await using var items = useCase.Items(request, caller, end.Token).GetAsyncEnumerator(end.Token);
        while (await Next(items, expiry.Token, cancel)) yield return items.Current;
    }

    private static async Task<bool> Next<TItem>(IAsyncEnumerator<TItem> items, CancellationToken expiry, CancellationToken cancel)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw expiry.IsCancellationRequested
                ? Fault.Unauthenticated("The token has expired; go on from the last version with a new one.")
                : Fault.Unavailable("The server is stopping; go on from the last version elsewhere.");
        }
    }

    // A timer runs 49 days at the longest; no token lives as long.
    private TimeSpan Remaining(Caller caller) => caller.ExpiresAt is not { } expires
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Clamp((expires - clock.GetUtcNow()).Ticks, 0, TimeSpan.FromDays(40).Ticks));
}
