namespace CareTeam.Server.Tests.Live;

/// <summary>Three nodes on one database, of which now and then one stops and another takes its place; clients take whichever is up, and try again.</summary>
internal sealed class RestlessCluster(Clinic clinic, int seed) : IAsyncDisposable
{
    private const int Size = 3;
    private readonly ServerNode[] nodes = [.. Enumerable.Range(0, Size).Select(_ => clinic.NewNode())];
    private readonly Random random = new(seed);
    private int stopping = -1;

    public int Restarts { get; private set; }

    /// <summary>A number below a bound, for whoever asks.</summary>
    public int Any(int bound)
    {
        lock (random) return random.Next(bound);
    }

    public ServerNode AnyNode()
    {
        while (true)
            if (Any(Size) is var i && i != Volatile.Read(ref stopping)) return nodes[i];
    }

    public async Task RestartAny()
    {
        var which = Any(Size);
        Volatile.Write(ref stopping, which);
        await nodes[which].DisposeAsync();
        nodes[which] = clinic.NewNode();
        _ = nodes[which].Server;
        Volatile.Write(ref stopping, -1);
        Restarts++;
    }

    /// <summary>The same request until it is answered; null when the answer is a refusal.</summary>
    public async Task<T?> Send<T>(Someone who, Func<Clients, AsyncUnaryCall<T>> call) where T : class
    {
        while (true)
        {
            try
            {
                return await call(AnyNode().As(who));
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.NotFound or StatusCode.Aborted)
            {
                return null;
            }
            catch (Exception e) when (IsOfADyingNode(e))
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Watches and watches again, each time on any node, until told to end.</summary>
    public async Task Watch(Func<ServerNode, CancellationToken, Task> once, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await once(AnyNode(), end);
            }
            catch (Exception e) when (IsOfADyingNode(e) || end.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
    }

    private static bool IsOfADyingNode(Exception e) =>
        e is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal } or ObjectDisposedException or IOException or OperationCanceledException;
}
