using CareTeam.Server.Storage;

namespace CareTeam.Rules.Tests.Storage;

public sealed class PlanSnapshotTests
{
    [Fact]
    public void Snapshots_come_every_hundred_events_and_later_in_proportion_to_the_plan()
    {
        var due = new List<int> { 0 };
        for (var version = 1; version <= 20_000; version++)
            if (PlanSnapshot.IsDue(due[^1], version)) due.Add(version);
        due.RemoveAt(0);
        Assert.Equal([100, 200, 300], due.Take(3));
        Assert.All(due.Zip(due.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 100, Math.Max(100, pair.Second / 4)));
        Assert.InRange(due.Count, 20, 120);
    }

    [Fact]
    public void Many_events_at_once_do_not_jump_over_one() => Assert.True(PlanSnapshot.IsDue(100, 230));
}
