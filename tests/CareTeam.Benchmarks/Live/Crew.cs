using CareTeam.Server.Access;

namespace CareTeam.Benchmarks.Live;

/// <summary>So many watchers of one plan on one server, all live.</summary>
internal sealed class Crew : IAsyncDisposable
{
    /// <summary>A person may have 500 streams open on a node.</summary>
    private const int WatchersAPerson = 250;

    private const int WatchersAConnection = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Crew(IReadOnlyList<Watcher> watchers) => Watchers = watchers;

    public IReadOnlyList<Watcher> Watchers { get; }

    public static async Task<Crew> Open(ServerProcess server, bool overHub, int size, string planId, int after)
    {
        var watchers = new List<Watcher>();
        for (var i = 0; i < size; i++)
        {
            var token = Token(server, i);
            watchers.Add(overHub ? new HubWatcher(server.HubAddress, token) : new GrpcWatcher(server.Channel(i / WatchersAConnection), token));
        }
        foreach (var some in watchers.Chunk(50)) await Task.WhenAll(some.Select(w => w.Open(planId, after)));
        return new(watchers);
    }

    public static string Token(ServerProcess server, int watcher) => server.Token(Reader(watcher / WatchersAPerson));

    public async Task UntilAllHave(int version)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (Watchers.Any(w => w.Newest < version)) await Task.Delay(5, deadline.Token);
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(Watchers.Select(w => w.DisposeAsync().AsTask()));

    private static Caller Reader(int number) => Staff.New($"reader-{number}", "Reader", Role.Administrator);
}
