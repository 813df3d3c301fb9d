using CareTeam.Cli.Live;

namespace CareTeam.Cli.Tests.Live;

public sealed class WorklistWatchTests
{
    [Fact]
    public void Of_a_plans_tasks_only_those_that_differ_are_told()
    {
        var (kept, changed, gone) = (Task("kept"), Task("changed"), Task("gone"));
        var now = Task("changed");
        now.Task.Status = TaskStatus.Accepted;
        var lines = WorklistWatch.Lines([kept, changed, gone], [kept.Clone(), now, Task("new")]).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Contains("\"changed\" accepted", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"new\" requested", lines[1], StringComparison.Ordinal);
        Assert.Contains("no longer in the list: \"gone\", for Ana Example", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_cursors_to_go_on_from_are_those_of_the_newest_items()
    {
        var held = new HeldPlans<WorklistPlan>(p => p.PlanId, p => p.Cursor);
        Assert.Null(held.Take(new() { PlanId = "one", Cursor = "1" }));
        held.Take(new() { PlanId = "two", Cursor = "2" });
        Assert.Equal("1", held.Take(new() { PlanId = "one", Cursor = "3" })?.Cursor);
        Assert.Equal("2", held.Drop("two")?.Cursor);
        Assert.Null(held.Drop("three"));
        Assert.Equal(["3"], held.Cursors);
    }

    private static ListedTask Task(string title) => new() { PatientName = "Ana Example", Task = new() { TaskId = title, Title = title, Status = TaskStatus.Requested } };
}
