using CareTeam.Server.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareTeam.Rules.Tests.Live;

public sealed class PlanFeedTests
{
    private static PlanFeed FeedAt(int version) => new(version, (_, _) => Task.FromResult<IReadOnlyList<PlanEvent>>([]), NullLogger.Instance);

    [Fact]
    public void A_store_that_lost_what_was_given_ends_the_feed()
    {
        var feed = FeedAt(10);
        feed.Compare(version: 8, headBefore: 10);
        Assert.True(feed.IsOver);
        Assert.Equal(ErrorKind.Unavailable, Assert.Throws<CareTeamException>(() => feed.After(10, out _)).Kind);
    }

    [Fact]
    public void An_answer_older_than_what_was_given_meanwhile_ends_nothing()
    {
        var feed = FeedAt(10);
        feed.Compare(version: 8, headBefore: 8);
        Assert.False(feed.IsOver);
        Assert.Empty(feed.After(10, out _)!);
    }
}
