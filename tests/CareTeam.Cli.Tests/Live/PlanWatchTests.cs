using CareTeam.Cli.Live;
using Grpc.Core;

namespace CareTeam.Cli.Tests.Live;

public sealed class PlanWatchTests
{
    private readonly PromptClock clock = new();
    private readonly StringWriter notices = new();
    private readonly List<int> openedAfter = [];

    [Fact]
    public async Task After_a_broken_connection_it_goes_on_where_it_was_and_repeats_nothing()
    {
        var seen = await Watch(endAt: 4, [Event(1), Event(2), Broken(StatusCode.Unavailable)], [Broken(StatusCode.Internal)], [Event(2), Event(3), Event(4)]);
        Assert.Equal([1, 2, 3, 4], seen);
        Assert.Equal([0, 2, 2], openedAfter);
        Assert.Equal("reconnecting from version 2 (Unavailable)", notices.ToString().Trim());
    }

    [Fact]
    public async Task A_stream_that_ends_without_an_error_is_opened_again() =>
        Assert.Equal([1, 2], await Watch(endAt: 2, [Event(1)], [Event(2)]));

    [Fact]
    public async Task A_heartbeat_at_the_version_waited_for_ends_the_watch() =>
        Assert.Equal([1], await Watch(endAt: 1, [Event(1), new WatchPlanResponse { Heartbeat = new() { Version = 1 } }]));

    [Fact]
    public async Task A_silent_connection_is_given_up() =>
        Assert.Equal([1, 2], await Watch(endAt: 2, [Event(1), Silence], [Event(2)]));

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.PermissionDenied)]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.Unauthenticated)]
    public async Task It_stops_where_trying_again_would_not_help(StatusCode code)
    {
        var stopped = await Assert.ThrowsAsync<RpcException>(() => Watch(endAt: 0, [Event(1), Broken(code)], [Event(2)]));
        Assert.Equal((code, 1), (stopped.StatusCode, openedAfter.Count));
    }

    [Fact]
    public async Task A_final_answer_counts_even_when_it_comes_after_a_long_silence()
    {
        var stopped = await Assert.ThrowsAsync<RpcException>(() => Watch(endAt: 0, [Event(1), LongWait, Broken(StatusCode.PermissionDenied)], [Event(2)]));
        Assert.Equal((StatusCode.PermissionDenied, 1), (stopped.StatusCode, openedAfter.Count));
    }

    private static readonly object LongWait = new();
    private static readonly object Silence = new();

    private static WatchPlanResponse Event(int version) => new() { Event = new PlanEvent { Version = version } };

    private static RpcException Broken(StatusCode code) => new(new Status(code, ""));

    private async Task<List<int>> Watch(int endAt, params object[][] streams)
    {
        var watch = new PlanWatch(Open, notices, clock) { Version = 0, EndAtVersion = endAt };
        return await All(watch);

        async IAsyncEnumerable<WatchPlanResponse> Open(int after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            openedAfter.Add(after);
            foreach (var item in streams[openedAfter.Count - 1])
            {
                await Task.Yield();
                if (item is RpcException broken) throw broken;
                if (item == LongWait)
                {
                    clock.Advance(TimeSpan.FromMinutes(1));
                    continue;
                }
                if (item == Silence)
                {
                    clock.Advance(TimeSpan.FromMinutes(1));
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
                }
                else yield return (WatchPlanResponse)item;
            }
        }
    }

    private static async Task<List<int>> All(PlanWatch watch)
    {
        var seen = new List<int>();
        await foreach (var e in watch.Events(TestContext.Current.CancellationToken)) seen.Add(e.Version);
        return seen;
    }
}
