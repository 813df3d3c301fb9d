using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Plans;

public sealed class RedFlagDuesTests
{
    private static Given Raised(RedFlagKind kind, Given? given = null)
    {
        given ??= Given.ActivePlan();
        var request = new RaiseRedFlagRequest { RequestId = Given.RequestId, RedFlagId = Given.FlagId, Kind = kind, Finding = "f" };
        foreach (var e in given.When(new RaiseRedFlag(RuleTable.Shipped), request, Given.Patient).Events) given.Event(e.Clone());
        return given;
    }

    private static Given TakenOn(Given given) => given.Event(new() { TaskAccepted = new() { TaskId = given.Plan.RedFlags.Single().TaskId, Assignee = Given.Lead } });

    private static IReadOnlyList<PlanEvent> On(Given given, int day, RuleTable? rules = null) =>
        [.. new DueCalendar([new RedFlagDues()], rules ?? RuleTable.Shipped).Tell(given.Plan, new DateOnly(2026, 3, day))];

    private static Given Told(Given given, int day)
    {
        foreach (var e in On(given, day)) given.Event(e);
        return given;
    }

    [Theory]
    [InlineData(RedFlagKind.CaudaEquina, 2)]
    [InlineData(RedFlagKind.Infection, 3)]
    [InlineData(RedFlagKind.Malignancy, 5)]
    public void It_is_brought_to_the_whole_team_an_emergency_at_once(RedFlagKind kind, int day)
    {
        var given = Raised(kind);
        Assert.Equal(new DateOnly(2026, 3, day), new DueCalendar([new RedFlagDues()], RuleTable.Shipped).NextDay(given.Plan, new(2026, 3, 2)));
        if (day > 2) Assert.Empty(On(given, day - 1));
        var due = On(given, day).Single().DueRaised.Due;
        Assert.Equal((Given.FlagId, "team", null, "", $"2026-03-0{day}"), (due.SubjectId, due.Occurrence, due.Assignee, due.TaskId, due.DueDate));
        Assert.Equal(PlanEvent.ChangeOneofCase.DueOverdue, Assert.Single(On(Told(given, day), day + 1)).ChangeCase);
    }

    [Fact]
    public void An_emergency_stays_everyones_until_it_is_resolved_another_one_until_somebody_has_taken_it_on()
    {
        Assert.Single(On(TakenOn(Raised(RedFlagKind.CaudaEquina)), 2));
        Assert.Empty(On(TakenOn(Raised(RedFlagKind.Infection)), 31));
        Assert.NotEmpty(On(TakenOn(Told(Raised(RedFlagKind.Infection), 3)), 4).Single().DueMet.NotDoneReason);
        var resolved = Told(Raised(RedFlagKind.CaudaEquina), 2).Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } });
        Assert.Equal("", On(resolved, 2).Single().DueMet.NotDoneReason);
    }

    [Fact]
    public void It_is_so_on_a_draft_and_after_the_plans_end()
    {
        Assert.Single(On(Raised(RedFlagKind.CaudaEquina, Given.Draft()), 2));
        Assert.Single(On(Given.PlanAt(PlanStatus.Completed).RedFlag(), 2));
    }

    [Fact]
    public void A_site_counts_its_own_days_or_none_and_a_warning_sign_that_does_not_exist_is_told_at_the_start()
    {
        Assert.Empty(On(Raised(RedFlagKind.CaudaEquina), 3, SiteRules.With("[{'id': 'red-flag.urgent-task', 'parameters': {'emergency_team_days': 2}}]")));
        Assert.Empty(On(Raised(RedFlagKind.CaudaEquina), 31, SiteRules.With("[{'id': 'red-flag.urgent-task', 'severity': 'off'}]")));
        Assert.Contains("hiccups", Assert.Throws<InvalidDataException>(() => SiteRules.With("[{'id': 'red-flag.urgent-task', 'parameters': {'emergency': ['hiccups']}}]")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_task_ends_by_its_resolution_and_in_no_other_way()
    {
        var given = TakenOn(Raised(RedFlagKind.Infection));
        var task = given.Plan.Tasks.Single().TaskId;
        given.Event(new() { TaskStarted = new() { TaskId = task } });
        given.When(new CompleteTask(RuleTable.Shipped), new CompleteTaskRequest { TaskId = task, Outcome = "Done." }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        given.When(new CancelTask(), new CancelTaskRequest { TaskId = task, Reason = "r" }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        var resolved = given.When(new ResolveRedFlag(), new ResolveRedFlagRequest { RedFlagId = Given.FlagId, Resolution = "Flu." }, Given.Lead).After;
        Assert.Equal(TaskStatus.Completed, resolved.Tasks.Single().Status);
    }

    [Fact]
    public void No_plan_ends_while_it_is_open()
    {
        var given = Given.ActivePlan().RedFlag();
        given.When(new CompletePlan(RuleTable.Shipped), new CompletePlanRequest { Summary = "s" }, Given.Lead).ThenRefused("plan.red-flags-resolved");
        given.When(new RevokePlan(RuleTable.Shipped), new RevokePlanRequest { Reason = "r" }, Given.Lead).ThenRefused("plan.red-flags-resolved");
    }
}
