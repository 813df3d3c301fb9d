using CareTeam.Cli.Connection;
using Grpc.Core;

namespace CareTeam.Cli.Tests.Connection;

public sealed class ResendTests
{
    private readonly PromptClock clock = new();
    private readonly StringWriter notices = new();
    private int sent;

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    public async Task What_was_not_answered_is_sent_again_until_it_is_and_that_is_said_once(StatusCode code)
    {
        var answer = await Sender(30).UntilAnswered(() => ++sent < 4 ? throw Failed(code) : Task.FromResult("done"), TestContext.Current.CancellationToken);
        Assert.Equal(("done", 4), (answer, sent));
        Assert.Equal(1, notices.ToString().Split("sending again").Length - 1);
    }

    [Fact]
    public async Task It_gives_up_when_the_time_is_up()
    {
        var start = clock.GetUtcNow();
        await Assert.ThrowsAsync<RpcException>(() =>
            Sender(30).UntilAnswered<int>(() => throw Failed(StatusCode.Unavailable), TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(30), clock.GetUtcNow() - start);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.Aborted)]
    [InlineData(StatusCode.Internal)]
    public async Task An_answer_is_an_answer(StatusCode code)
    {
        await Assert.ThrowsAsync<RpcException>(() => Sender(30).UntilAnswered<int>(() =>
        {
            sent++;
            throw Failed(code);
        }, TestContext.Current.CancellationToken));
        Assert.Equal((1, ""), (sent, notices.ToString()));
    }

    private Resend Sender(int seconds) => new(TimeSpan.FromSeconds(seconds), notices, clock);

    private static RpcException Failed(StatusCode code) => new(new Status(code, ""));
}
