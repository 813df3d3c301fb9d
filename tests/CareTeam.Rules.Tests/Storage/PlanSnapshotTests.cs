using CareTeam.Server.Storage;

namespace CareTeam.Rules.Tests.Storage;

public sealed class PlanSnapshotTests
{
    [Fact]
    public void Snapshots_come_after_a_hundred_events_and_then_whenever_the_plan_has_doubled()
    {
        var due = new List<int> { 0 };
        for (var version = 1; version <= 20_000; version++)
            if (PlanSnapshot.IsDue(due[^1], version)) due.Add(version);
        due.RemoveAt(0);
        Assert.Equal([100, 200, 400], due.Take(3));
        Assert.All(due.Zip(due.Skip(1)), pair => Assert.Equal(2 * pair.First, pair.Second));
        Assert.InRange(due.Count, 5, 20);
    }

    [Fact]
    public void Many_events_at_once_do_not_jump_over_one() => Assert.True(PlanSnapshot.IsDue(100, 230));
}
