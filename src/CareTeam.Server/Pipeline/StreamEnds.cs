namespace CareTeam.Server.Pipeline;

/// <summary>How long a stream may last: until its caller goes, their token expires, or the server stops.</summary>
public sealed class StreamEnds(IHostApplicationLifetime host, TimeProvider clock)
{
    public StreamEnd For(Caller caller, CancellationToken cancel) => new(Remaining(caller), clock, host.ApplicationStopping, cancel);

    // A timer runs 49 days at the longest; no token lives as long.
    private TimeSpan Remaining(Caller caller) => caller.ExpiresAt is not { } expires
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Clamp((expires - clock.GetUtcNow()).Ticks, 0, TimeSpan.FromDays(40).Ticks));
}

/// <summary>The end of one stream, and why it came.</summary>
public sealed class StreamEnd : IDisposable
{
    private readonly CancellationTokenSource expiry, end;
    private readonly CancellationToken cancel;

    public StreamEnd(TimeSpan remaining, TimeProvider clock, CancellationToken stopping, CancellationToken cancel)
    {
        expiry = new CancellationTokenSource(remaining, clock);
        end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping, expiry.Token);
        this.cancel = cancel;
    }

    public CancellationToken Token => end.Token;

    /// <summary>The next item, if there is one; a fault that tells the caller what to do when the server ended the stream.</summary>
    public async Task<bool> Next(Func<CancellationToken, Task<bool>> moveNext)
    {
        try
        {
            return await moveNext(Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw expiry.IsCancellationRequested
                ? Fault.Unauthenticated("The token has expired; go on with a new one where this stream ended.")
                : Fault.Unavailable("The server is stopping; go on elsewhere where this stream ended.");
        }
    }

    public void Dispose()
    {
        end.Dispose();
        expiry.Dispose();
    }
}
