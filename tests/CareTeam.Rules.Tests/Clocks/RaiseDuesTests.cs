using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Clocks;
using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Clocks;

public sealed class RaiseDuesTests
{
    private static readonly Person System = Caller.System("org").Person;

    private static RaiseDues Clocks(params IDueSource[] sources) => new(new DueCalendar(sources.Length > 0 ? sources : [new TaskDues()], RuleTable.Shipped));

    private static Timestamp Day(int month, int day) => Timestamp.FromDateTime(new DateTime(2026, month, day, 0, 0, 0, DateTimeKind.Utc));

    private static Given TaskDueOn(string day, TaskStatus status = TaskStatus.Accepted) => Given.ActivePlan().Task(Given.Therapist, t => (t.DueDate, t.Status) = (day, status));

    private static IEnumerable<PlanEvent.ChangeOneofCase> Told(Decision decision) => decision.Events.Select(e => e.ChangeCase);

    private static Decision On(Given given, Timestamp now, params IDueSource[] sources) => given.When(Clocks(sources), new RaiseDuesRequest(), System, now);

    private static Given Then(Given given, Timestamp now, params IDueSource[] sources)
    {
        foreach (var e in On(given, now, sources).Events) given.Event(e);
        return given;
    }

    [Fact, RuleMet("task.due")]
    public void Before_its_day_nothing_is_told() => On(TaskDueOn("2026-03-05"), Day(3, 4)).ThenNothing();

    [Fact, RuleNotMet("task.due")]
    public void On_its_day_a_task_is_due_and_on_the_day_after_overdue_each_told_once()
    {
        var given = TaskDueOn("2026-03-05");
        Assert.Equal([PlanEvent.ChangeOneofCase.DueRaised], Told(On(given, Day(3, 5))));
        Then(given, Day(3, 5));
        On(given, Day(3, 5)).ThenNothing();
        Assert.Equal([PlanEvent.ChangeOneofCase.DueOverdue], Told(On(given, Day(3, 6))));
        Then(given, Day(3, 6));
        On(given, Day(4, 6)).ThenNothing();
        Assert.NotNull(given.Plan.Dues.Single().OverdueAt);
    }

    /// <summary>Nothing else may happen on the plan by then.</summary>
    [Fact]
    public void On_the_day_of_another_version_of_a_rule_the_clocks_look_again()
    {
        var rules = SiteRules.With("[{'id': 'task.due', 'severity': 'off', 'effective': '2026-03-09'}]");
        var calendar = new DueCalendar([new TaskDues()], rules);
        Assert.Equal(new DateOnly(2026, 3, 9), calendar.NextDay(TaskDueOn("2026-04-05").Plan, new(2026, 3, 2)));
        Assert.Equal(DateOnly.MaxValue, calendar.NextDay(TaskDueOn("2026-04-05").Plan, new(2026, 3, 9)));
    }

    [Fact]
    public void After_downtime_both_are_told_at_once() =>
        Assert.Equal([PlanEvent.ChangeOneofCase.DueRaised, PlanEvent.ChangeOneofCase.DueOverdue], Told(On(TaskDueOn("2026-03-05"), Day(6, 1))));

    [Fact]
    public void What_is_done_is_met_and_gone()
    {
        var given = Then(TaskDueOn("2026-03-05", TaskStatus.InProgress), Day(3, 5)).Event(new() { TaskCompleted = new() { TaskId = Given.TaskId } });
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet], Told(On(given, Day(3, 5))));
        Assert.Empty(Then(given, Day(3, 5)).Plan.Dues);
        On(given, Day(4, 5)).ThenNothing();
    }

    [Fact]
    public void A_task_that_is_closed_because_its_due_is_met_is_not_told_as_due_itself()
    {
        var observed = new Observed();
        var given = Then(Given.ActivePlan(), Day(3, 5), observed);
        var taskId = given.Plan.Dues.Single().TaskId;
        Assert.Equal(TaskStatus.Requested, given.Plan.Tasks.Single().Status);
        observed.IsOver = true;
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet, PlanEvent.ChangeOneofCase.TaskCompleted], Told(On(given, Day(3, 7), observed, new TaskDues())));
        Assert.Equal(TaskStatus.Completed, Then(given, Day(3, 7), observed, new TaskDues()).Plan.Tasks.Single(t => t.TaskId == taskId).Status);
    }

    private sealed class Observed : IDueSource
    {
        public bool IsOver { get; set; }

        public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today) => IsOver
            ? []
            : [new Due("test.observed", "subject", "once", new(2026, 3, 5), new(2026, 3, 6), "task.due", "Look at it", "", Discipline.Unspecified, null)];

        public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today) => raised.Kind == "test.observed" ? DueEnd.Done : null;
    }

    [Fact]
    public void What_was_not_done_is_not_told_as_done_and_its_task_is_cancelled_with_the_reason()
    {
        var source = new Report();
        var given = Then(Given.ActivePlan(), Day(3, 5), source);
        (source.Done, source.WhyNotDone) = (true, "The time of it is over.");
        On(given, Day(3, 6), source).Then(
            new PlanEvent { DueMet = new() { Kind = "test.report", SubjectId = Given.GoalId, Occurrence = "1", NotDoneReason = "The time of it is over." } },
            new PlanEvent { TaskCancelled = new() { TaskId = given.Plan.Tasks.Single().TaskId, Reason = "The time of it is over." } });
    }

    [Fact]
    public void What_no_source_knows_is_no_longer_asked_for_and_of_a_plan_that_ended_that_is_why()
    {
        var given = Then(Given.ActivePlan(), Day(3, 5), new Report());
        Assert.Equal("It is no longer asked for.", On(given, Day(3, 6), new TaskDues()).Events[0].DueMet.NotDoneReason);
        given.Event(new() { PlanRevoked = new() { Reason = "r" } });
        Assert.Equal("The plan has ended.", On(given, Day(3, 6), new Report { WhyNotDone = "The time of it is over." }).Events[0].DueMet.NotDoneReason);
    }

    [Fact]
    public void A_due_whose_day_is_another_one_is_moved_and_its_task_with_it()
    {
        var source = new Report();
        var given = Then(Then(Given.ActivePlan(), Day(3, 5), source), Day(3, 11), source);
        Assert.NotNull(given.Plan.Dues.Single().OverdueAt);
        source.Day = new(2026, 3, 20);
        var calendar = new DueCalendar([source], RuleTable.Shipped);
        Assert.Equal(DateOnly.MinValue, calendar.NextDay(given.Plan, new(2026, 3, 11)));
        On(given, Day(3, 11), source).Then(
            new PlanEvent { DueMoved = new() { Kind = "test.report", SubjectId = Given.GoalId, Occurrence = "1", DueDate = "2026-03-20" } },
            new PlanEvent { TaskRescheduled = new() { TaskId = given.Plan.Tasks.Single().TaskId, DueDate = "2026-03-20", Reason = "What it asks for falls due on another day." } });
        Then(given, Day(3, 11), source);
        Assert.Equal(("2026-03-20", null, "2026-03-20"), (given.Plan.Dues.Single().DueDate, given.Plan.Dues.Single().OverdueAt, given.Plan.Tasks.Single().DueDate));
        Assert.Equal(new DateOnly(2026, 3, 21), calendar.NextDay(given.Plan, new(2026, 3, 11)));
        Assert.Equal([PlanEvent.ChangeOneofCase.DueOverdue], Told(On(given, Day(3, 21), source)));
        source.Day = new(2026, 3, 8);
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMoved, PlanEvent.ChangeOneofCase.TaskRescheduled, PlanEvent.ChangeOneofCase.DueOverdue], Told(On(given, Day(3, 11), source)));
    }

    [Fact]
    public void What_was_made_of_a_due_tells_its_day_by_that_alone()
    {
        var given = Then(Given.ActivePlan(), Day(3, 5), new Report());
        Assert.DoesNotContain(On(given, Day(3, 11), new Report(), new TaskDues()).Events, e => e.DueRaised?.Due.Kind == "task.due");
    }

    [Fact]
    public void How_a_tasks_own_due_ended_is_told()
    {
        string Why(Action<Given> then)
        {
            var given = Then(TaskDueOn("2026-03-05", TaskStatus.InProgress), Day(3, 5));
            then(given);
            return On(given, Day(3, 6)).Events.Single().DueMet.NotDoneReason;
        }
        Assert.Equal("", Why(g => g.Event(new() { TaskCompleted = new() { TaskId = Given.TaskId } })));
        Assert.Equal("The task was cancelled.", Why(g => g.Event(new() { TaskCancelled = new() { TaskId = Given.TaskId } })));
        Assert.Equal("It is due on 2026-03-09.", Why(g => g.Event(new() { TaskRescheduled = new() { TaskId = Given.TaskId, DueDate = "2026-03-09" } })));
    }

    [Fact]
    public void A_task_that_is_moved_is_due_on_its_new_day()
    {
        var given = Then(TaskDueOn("2026-03-05"), Day(3, 5)).Event(new() { TaskRescheduled = new() { TaskId = Given.TaskId, DueDate = "2026-03-09" } });
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet], Told(On(given, Day(3, 6))));
        Then(given, Day(3, 6));
        Assert.Equal("2026-03-09", Assert.Single(On(given, Day(3, 9)).Events).DueRaised.Due.DueDate);
    }

    [Fact, RuleMet("task.unaccepted")]
    public void An_accepted_task_is_not_escalated() => On(Given.PlanWithTask(TaskStatus.Accepted), Day(4, 9)).ThenNothing();

    [Theory, RuleNotMet("task.unaccepted")]
    [InlineData(3, 3, "", "")]
    [InlineData(3, 4, "assignee", "pt-one")]
    [InlineData(3, 5, "assignee", "pt-one")]
    [InlineData(3, 6, "lead", "dr-lead")]
    [InlineData(3, 8, "lead", "dr-lead")]
    [InlineData(3, 9, "team", "")]
    public void A_task_that_nobody_accepts_goes_to_its_assignee_then_to_the_lead_then_to_the_team(int month, int day, string step, string who)
    {
        var told = On(Given.PlanWithTask(TaskStatus.Requested), Day(month, day)).Events.Select(e => e.DueRaised.Due).ToList();
        if (step.Length == 0) Assert.Empty(told);
        else Assert.Equal((step, who), (told.Single().Occurrence.Split(' ')[1], told.Single().Assignee?.PersonId ?? ""));
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(6, "lead")]
    [InlineData(8, "lead")]
    [InlineData(9, "team")]
    public void A_task_that_has_no_assignee_goes_to_the_lead_and_then_to_the_team(int day, string step)
    {
        var given = Given.ActivePlan().Task(null);
        Assert.Equal(step.Length == 0 ? [] : [step], On(given, Day(3, day)).Events.Select(e => e.DueRaised.Due.Occurrence.Split(' ')[1]));
    }

    [Fact]
    public void Each_step_of_it_ends_when_the_next_begins_and_all_of_it_when_it_is_accepted()
    {
        var given = Then(Given.PlanWithTask(TaskStatus.Requested), Day(3, 4));
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet, PlanEvent.ChangeOneofCase.DueRaised], Told(On(given, Day(3, 6))));
        Then(given, Day(3, 6));
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet, PlanEvent.ChangeOneofCase.DueRaised], Told(On(given, Day(3, 9))));
        Then(given, Day(3, 9)).Event(new() { TaskAccepted = new() { TaskId = Given.TaskId, Assignee = Given.Therapist } });
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet], Told(On(given, Day(3, 10))));
    }

    [Fact]
    public void Asked_anew_it_is_counted_anew()
    {
        var plan = Given.PlanWithTask(TaskStatus.Requested).Plan.Clone();
        plan.Tasks.Single().RequestedAt = Day(3, 5);
        var calendar = new DueCalendar([new TaskDues()], RuleTable.Shipped);
        Assert.DoesNotContain(calendar.Dues(plan, new(2026, 3, 6)), d => d.NoticeDay <= new DateOnly(2026, 3, 6));
        Assert.Contains(calendar.Dues(plan, new(2026, 3, 7)), d => d.NoticeDay == new DateOnly(2026, 3, 7));
    }

    [Fact]
    public void A_due_that_asks_for_work_makes_a_task_and_its_end_completes_it()
    {
        var source = new Report();
        var given = Then(Given.ActivePlan(), Day(3, 5), source);
        var task = given.Plan.Tasks.Single();
        Assert.Equal((given.Plan.Dues.Single().TaskId, "Write the report", "2026-03-10", Given.Therapist), (task.TaskId, task.Title, task.DueDate, task.Assignee));
        source.Done = true;
        Assert.Equal([PlanEvent.ChangeOneofCase.DueMet, PlanEvent.ChangeOneofCase.TaskCompleted], Told(On(given, Day(3, 6), source)));
    }

    [Fact]
    public void A_due_that_comes_back_after_its_task_is_over_asks_for_the_work_again()
    {
        var source = new Report();
        var given = Then(Given.ActivePlan(), Day(3, 5), source);
        source.Done = true;
        Then(given, Day(3, 6), source);
        source.Done = false;
        Then(given, Day(3, 7), source);
        Assert.Equal([TaskStatus.Completed, TaskStatus.Requested], given.Plan.Tasks.Select(t => t.Status));
        Assert.Equal(given.Plan.Tasks[1].TaskId, given.Plan.Dues.Single().TaskId);
        source.Done = true;
        Then(given, Day(3, 8), source);
        Assert.All(given.Plan.Tasks, t => Assert.Equal(TaskStatus.Completed, t.Status));
        source.Done = false;
        Assert.Equal(3, Then(given, Day(3, 9), source).Plan.Tasks.DistinctBy(t => t.TaskId).Count());
    }

    [Fact]
    public void What_two_sources_name_alike_is_told_once() => Assert.Single(On(Given.ActivePlan(), Day(3, 5), new Report(), new Report()).Events, e => e.DueRaised is not null);

    [Theory]
    [InlineData(PlanStatus.Draft)]
    [InlineData(PlanStatus.Completed)]
    public void Nothing_falls_due_on_a_plan_that_is_not_running(PlanStatus status) => On(Given.PlanAt(status), Day(12, 1), new Report()).ThenNothing();

    [Fact]
    public void Nobody_but_the_server_tells() => Given.ActivePlan().When(Clocks(), new RaiseDuesRequest(), Given.Lead).ThenForbidden("NOT_THE_SYSTEM");

    [Fact]
    public void Nodes_that_ask_for_the_same_ask_with_one_request_id()
    {
        var plan = Given.ActivePlan().Plan;
        var today = Dates.Of("2026-03-02");
        Assert.Equal(ClockSweep.Request(plan, today, RuleTable.Shipped), ClockSweep.Request(plan.Clone(), today, RuleTable.Shipped));
        string[] ids =
        [
            ClockSweep.Request(plan, today, RuleTable.Shipped).RequestId,
            ClockSweep.Request(plan, today.AddDays(1), RuleTable.Shipped).RequestId,
            ClockSweep.Request(plan, today, SiteRules.With("[{'id': 'task.due', 'severity': 'off'}]")).RequestId,
            ClockSweep.Request(Given.ActivePlan().Goal().Plan, today, RuleTable.Shipped).RequestId,
        ];
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Theory, RuleMet("calendar.time-zone")]
    [InlineData("Etc/UTC", 23)]
    [InlineData("America/New_York", 28)]
    public void A_day_begins_where_the_care_is_given(string zone, int hoursAfterTheDayBefore)
    {
        var rules = SiteRules.With($"[{{'id': 'calendar.time-zone', 'parameters': {{'zone': '{zone}'}}}}]");
        var clocks = new RaiseDues(new DueCalendar([new TaskDues()], rules));
        var last = Timestamp.FromDateTime(Day(3, 4).ToDateTime().AddHours(hoursAfterTheDayBefore).AddMinutes(59));
        TaskDueOn("2026-03-05").When(clocks, new RaiseDuesRequest(), System, last).ThenNothing();
        Assert.Single(TaskDueOn("2026-03-05").When(clocks, new RaiseDuesRequest(), System, Timestamp.FromDateTime(last.ToDateTime().AddMinutes(1))).Events);
        Assert.Equal(last.ToDateTime().AddMinutes(1), rules.Start(null, new(2026, 3, 5)));
    }

    [Fact, RuleNotMet("calendar.time-zone")]
    public void A_zone_that_does_not_exist_is_told_at_the_start() =>
        Assert.Contains("Mars/Olympus", Assert.Throws<InvalidDataException>(() => SiteRules.With("[{'id': 'calendar.time-zone', 'parameters': {'zone': 'Mars/Olympus'}}]")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_clocks_look_again_on_the_day_of_the_next_thing_to_tell()
    {
        var calendar = new DueCalendar([new TaskDues()], RuleTable.Shipped);
        var given = TaskDueOn("2026-03-05");
        Assert.Equal(new DateOnly(2026, 3, 5), calendar.NextDay(given.Plan, new(2026, 3, 2)));
        Assert.Equal(new DateOnly(2026, 3, 6), calendar.NextDay(Then(given, Day(3, 5)).Plan, new(2026, 3, 5)));
        Assert.Equal(DateOnly.MaxValue, calendar.NextDay(Then(given, Day(3, 6)).Plan, new(2026, 3, 6)));
        given.Event(new() { TaskRescheduled = new() { TaskId = Given.TaskId, DueDate = "2026-03-09" } });
        Assert.Equal(DateOnly.MinValue, calendar.NextDay(given.Plan, new(2026, 3, 6)));
    }

    private sealed class Report : IDueSource
    {
        public bool Done { get; set; }

        public string WhyNotDone { get; set; } = "";

        public DateOnly Day { get; set; } = new(2026, 3, 10);

        public DueEnd? EndOf(PlanDue raised, CarePlan plan, RuleTable rules, DateOnly today) => raised.Kind == "test.report" ? new(WhyNotDone) : null;

        public IEnumerable<Due> Dues(CarePlan plan, RuleTable rules, DateOnly today) =>
            Done ? [] : [new("test.report", Given.GoalId, "1", new(2026, 3, 5), Day, "task.due", "Write the report", "d", Discipline.PhysicalTherapy, Given.Therapist)];
    }
}
