namespace CareTeam.Server.Storage;

/// <summary>
/// Reads that may cost seconds: searches, and looking back over a long history. Only so many at once, so that however many are asked for, commands find a
/// connection to the store and processor time.
/// </summary>
public sealed class ExpensiveReads(TimeSpan longestWait) : IDisposable
{
    /// <summary>Of the 32 connections that a node has to the store, see StoreConnection.</summary>
    public const int AtOnce = 6;

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    public async Task<T> Run<T>(Func<Task<T>> read, CancellationToken cancel)
    {
        if (!await places.WaitAsync(longestWait, cancel)) throw Fault.Unavailable("Too many searches and looks back are going on. Ask again.");
        try
        {
            return await read();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
