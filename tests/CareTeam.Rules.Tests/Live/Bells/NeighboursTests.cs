using CareTeam.Server.Live.Bells;
using Microsoft.Extensions.Time.Testing;

namespace CareTeam.Rules.Tests.Live.Bells;

public sealed class NeighboursTests
{
    private static readonly TimeSpan ALittleLonger = BellListener.Silence + TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider clock = new();
    private readonly Neighbours neighbours;

    public NeighboursTests() => neighbours = new(Node("self", 0), clock);

    private Node.V1.Bells Node(string id, int startedSecondsLater, string rules = "table") => new()
    {
        NodeId = id,
        Rules = rules,
        StartedAt = Timestamp.FromDateTimeOffset(clock.Start.AddSeconds(startedSecondsLater)),
    };

    [Fact]
    public void While_a_node_that_started_later_has_another_rule_table_this_one_leaves_the_clocks_to_it()
    {
        neighbours.Heard(Node("older", -1, "other"));
        neighbours.Heard(Node("newer", 1));
        neighbours.Heard(new() { NodeId = "of a build before" });
        Assert.False(neighbours.HaveNewerRules);
        neighbours.Heard(Node("newer", 1, "other"));
        clock.Advance(BellListener.Silence - TimeSpan.FromMilliseconds(1));
        Assert.True(neighbours.HaveNewerRules);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(neighbours.HaveNewerRules);
    }

    [Fact]
    public void A_node_that_cannot_hear_does_not_take_itself_for_alone()
    {
        clock.Advance(ALittleLonger);
        Assert.False(neighbours.AreAway);
    }

    [Fact]
    public void After_listening_for_a_while_and_hearing_nobody_it_is_alone()
    {
        neighbours.Listen();
        Assert.False(neighbours.AreAway);
        clock.Advance(ALittleLonger);
        Assert.True(neighbours.AreAway);
    }

    [Fact]
    public void Whoever_is_heard_is_there_until_silent_for_a_while()
    {
        neighbours.Listen();
        clock.Advance(ALittleLonger);
        neighbours.Heard(Node("other", 1));
        Assert.False(neighbours.AreAway);
        clock.Advance(ALittleLonger);
        Assert.True(neighbours.AreAway);
    }

    [Fact]
    public void Hearing_that_was_lost_has_to_be_won_back_first()
    {
        neighbours.Listen();
        clock.Advance(ALittleLonger);
        neighbours.GoDeaf();
        Assert.False(neighbours.AreAway);
        neighbours.Listen();
        Assert.False(neighbours.AreAway);
        clock.Advance(ALittleLonger);
        Assert.True(neighbours.AreAway);
    }
}
