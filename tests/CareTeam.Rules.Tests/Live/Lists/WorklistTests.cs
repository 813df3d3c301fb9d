using CareTeam.Server.Live.Lists;
using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using CareTeam.Server.Tasks;
using Google.Protobuf.WellKnownTypes;

namespace CareTeam.Rules.Tests.Live.Lists;

public sealed class WorklistTests
{
    [Fact]
    public void It_shows_the_tasks_that_fit_soonest_first()
    {
        var plan = Plan(Row("late", "pt-one", "2026-03-01"), Row("soon", "pt-one", "2026-02-01"), Row("never", "pt-one", TaskRow.NoDay), Row("other", "pt-two", "2026-01-01"));
        Assert.Equal(["soon", "late", "never"], Shown("pt-one", new() { AssigneeId = "pt-one" }, plan));
    }

    [Fact]
    public void It_shows_nothing_of_plans_that_the_reader_is_not_on_or_that_have_nothing_that_fits()
    {
        var plan = Plan(Row("a", "pt-one", TaskRow.NoDay));
        Assert.Empty(Shown("stranger", new() { AssigneeId = "pt-one" }, plan));
        Assert.Empty(Shown("pt-one", new() { AssigneeId = "pt-two" }, plan));
        Assert.Equal(["a"], Shown(null, new() { AssigneeId = "pt-one" }, plan));
    }

    [Fact]
    public void Filters_narrow_each_other()
    {
        var plan = Plan(
            Row("mine", "pt-one", TaskRow.NoDay),
            Row("free", "", TaskRow.NoDay),
            Row("done", "", TaskRow.NoDay) with { Status = TaskStatus.Completed },
            Row("nursing", "", TaskRow.NoDay) with { Discipline = Discipline.Nursing });
        var wanted = new WatchWorklistRequest { Discipline = Discipline.PhysicalTherapy, Unassigned = true, Statuses = { TaskStatus.Requested } };
        Assert.Equal(["free"], Shown("pt-one", wanted, plan));
    }

    [Fact]
    public void Who_sees_another_list_has_another_key()
    {
        WatchWorklistRequest[] requests =
        [
            new() { AssigneeId = "pt-one" }, new() { AssigneeId = "pt-two" }, new() { Discipline = Discipline.Nursing }, new() { Discipline = Discipline.Nursing, Unassigned = true },
            new() { Discipline = Discipline.Nursing, Statuses = { TaskStatus.Requested } }, new() { AssigneeId = "pt-one\",null" },
        ];
        var keys = requests.SelectMany(r => new[] { "pt-one", "null", "", null }.Select(reader => new Worklist("org", reader, r).Key)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    private static IEnumerable<string> Shown(string? reader, WatchWorklistRequest request, ListedPlan plan) =>
        new Worklist("org", reader, request).Show(plan)?.Plan.Tasks.Select(t => t.Task.TaskId) ?? [];

    private static TaskRow Row(string id, string assignee, string dueBy) =>
        new(id, "plan", assignee, Discipline.PhysicalTherapy, TaskStatus.Requested, dueBy, new() { Task = new() { TaskId = id } });

    private static ListedPlan Plan(params TaskRow[] tasks) =>
        new(new PlanRow("plan", "", PlanStatus.Active, "dr", "", ["pt-one", "dr"], new()), 3, new Timestamp(), () => tasks);
}
