using Grpc.Core;

namespace CareTeam.Cli.Live;

/// <summary>One opened stream: ends where reconnecting helps, throws where it does not.</summary>
internal sealed class OpenedStream<TItem> : IAsyncDisposable where TItem : class
{
    // Heartbeats come every few seconds; a connection that died without a word shows by their absence.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource alive;
    private readonly IAsyncEnumerator<TItem> items;
    private readonly CancellationToken cancel;
    private readonly CancellationTokenSource silence;

    public OpenedStream(IAsyncEnumerable<TItem> stream, TimeProvider clock, CancellationToken cancel)
    {
        this.cancel = cancel;
        silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        alive = CancellationTokenSource.CreateLinkedTokenSource(cancel, silence.Token);
        items = stream.GetAsyncEnumerator(alive.Token);
    }

    public string End { get; private set; } = "the server ended the stream";

    public async Task<TItem?> Next()
    {
        try
        {
            silence.CancelAfter(Silence);
            return await items.MoveNextAsync() ? items.Current : null;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (RpcException e) when (IsFinal(e.StatusCode))
        {
            // An answer counts, even one that came just as the patience ran out.
            throw;
        }
        catch (Exception) when (silence.IsCancellationRequested)
        {
            End = "no sign of life";
        }
        catch (RpcException e)
        {
            End = $"{e.StatusCode}";
        }
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await alive.CancelAsync();
        try
        {
            await items.DisposeAsync();
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // The stream had ended already.
        }
        alive.Dispose();
        silence.Dispose();
    }

    private static bool IsFinal(StatusCode code) => code is StatusCode.NotFound or StatusCode.PermissionDenied or StatusCode.InvalidArgument
        or StatusCode.Unauthenticated or StatusCode.Unimplemented;
}
