using CareTeam.Server.Live.Bells;
using CareTeam.Server.Storage;

namespace CareTeam.Rules.Tests.Live.Bells;

public sealed class PendingBellsTests
{
    private readonly PendingBells pending = new();

    [Fact]
    public void Of_a_plan_that_changes_again_only_the_newest_version_is_told()
    {
        foreach (var version in new[] { 7, 9, 8 }) pending.Add(new("clinic", "plan"), version);
        pending.Add(new("another", "plan"), 3);
        Assert.Equal([("clinic", 9), ("another", 3)], pending.Take().SelectMany(b => b.Plans).Select(p => (p.Organization, p.Version)));
        Assert.Empty(pending.Take());
    }

    [Fact]
    public void A_flood_of_plans_becomes_one_bell_for_everything()
    {
        for (var i = 0; i < 3 * PendingBells.MostPlans; i++) pending.Add(new("clinic", $"plan {i}"), 1);
        var bells = Assert.Single(pending.Take());
        Assert.True(bells.Everything);
        Assert.Empty(bells.Plans);
    }

    [Fact]
    public void What_could_not_be_told_is_told_later_but_not_over_what_is_newer()
    {
        pending.Add(new("clinic", "one"), 4);
        pending.Add(new("clinic", "two"), 4);
        var untold = pending.Take();
        pending.Add(new("clinic", "one"), 5);
        pending.PutBack(untold);
        Assert.Equal([("one", 5), ("two", 4)], pending.Take().SelectMany(b => b.Plans).Select(p => (p.PlanId, p.Version)).Order());
    }
}
