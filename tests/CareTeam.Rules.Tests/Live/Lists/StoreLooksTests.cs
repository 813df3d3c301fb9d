using CareTeam.Server.Live.Lists;

namespace CareTeam.Rules.Tests.Live.Lists;

public sealed class StoreLooksTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly StoreLooks looks = new(TimeSpan.FromSeconds(10));

    private StoreLook? Look(int seconds, long number)
    {
        var look = new StoreLook(Start.AddSeconds(seconds), number);
        var seen = looks.SeenBefore(look);
        looks.Done(look, seen);
        return seen;
    }

    [Fact]
    public void Nothing_is_known_to_be_seen_before_two_looks_the_longest_commit_apart()
    {
        Assert.Null(Look(0, 100));
        Assert.Null(Look(5, 110));
        Assert.Null(Look(9, 120));
    }

    [Fact]
    public void What_was_numbered_by_a_look_is_seen_by_one_that_comes_the_longest_commit_later()
    {
        foreach (var (seconds, number) in new[] { (0, 100), (5, 110), (10, 120) }) Look(seconds, number);
        // Of the look at 10 s it is known that all up to 100, which was numbered at 0 s, was committed.
        Assert.Equal(100, Look(11, 130)?.Number);
        Assert.Equal(100, Look(15, 140)?.Number);
        Assert.Equal(110, Look(16, 150)?.Number);
    }

    [Fact]
    public void After_a_store_that_numbers_anew_nothing_is_known()
    {
        foreach (var (seconds, number) in new[] { (0, 100), (10, 120), (20, 130) }) Look(seconds, number);
        Assert.Null(Look(30, 40));
        Assert.Null(Look(35, 50));
        Look(41, 60);
        Assert.Equal(40, Look(42, 70)?.Number);
    }
}
