using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Clocks;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;
using CareTeam.Server.Team;

namespace CareTeam.Rules.Tests.Outcomes;

public sealed class SafetyReviewDuesTests
{
    private const string OutcomeId = "0190c0de-0000-7000-8000-0000000000c1";

    private static readonly DueCalendar Calendar = new([new SafetyReviewDues()], RuleTable.Shipped);

    /// <summary>A PHQ-9, answered and told on 2026-03-02.</summary>
    private static Given Answered(bool thoughts = true, Given? given = null) => (given ?? Given.ActivePlan()).Event(new()
    {
        OutcomeRecorded = new() { Outcome = new() { OutcomeId = OutcomeId, InstrumentId = "phq9", Abbreviation = "PHQ-9", NeedsSafetyReview = thoughts } },
    });

    private static Given WithoutPsychologist() => Given.ActivePlan().Event(new() { MembershipEnded = new() { PersonId = Given.Psychologist.PersonId, Until = Given.Now, Reason = "Left." } });

    private static Decision On(Given given, int day, RuleTable? rules = null) => given.When(
        new RaiseDues(rules is null ? Calendar : new DueCalendar([new SafetyReviewDues()], rules)), new RaiseDuesRequest(), Caller.System("org").Person,
        Timestamp.FromDateTime(new DateTime(2026, 3, day, 12, 0, 0, DateTimeKind.Utc)));

    private static Given Told(Given given, int day)
    {
        foreach (var e in On(given, day).Events) given.Event(e);
        return given;
    }

    private static IEnumerable<(string Step, string Who)> Raised(Decision decision) =>
        decision.Events.Where(e => e.DueRaised is not null).Select(e => (e.DueRaised.Due.Occurrence, e.DueRaised.Due.Assignee?.PersonId ?? ""));

    private static string TaskId(Given given) => given.Plan.Dues.Single(d => d.Occurrence == "review").TaskId;

    private static Given Done(Given given, Person by) => given
        .Event(new() { TaskAccepted = new() { TaskId = TaskId(given), Assignee = by } })
        .Event(new() { TaskCompleted = new() { TaskId = TaskId(given), Outcome = "Seen; safe." } });

    [Fact, RuleMet("outcome.safety-review")]
    public void Without_such_an_answer_nothing_is_due() => On(Answered(thoughts: false), 2).ThenNothing();

    [Fact, RuleNotMet("outcome.safety-review")]
    public void With_one_the_psychologist_is_to_review_it_the_same_day()
    {
        var decision = On(Answered(), 2);
        Assert.Equal([("review", "psy")], Raised(decision));
        var task = decision.After.Tasks.Single();
        Assert.Equal(("2026-03-02", TaskPriority.Asap, Given.Psychologist, SafetyReviewDues.Kind), (task.DueDate, task.Priority, task.Assignee, task.DueKind));
        Assert.Equal(new DateOnly(2026, 3, 2), Calendar.NextDay(Answered().Plan, new(2026, 3, 2)));
    }

    [Fact]
    public void Without_a_psychologist_it_is_the_leads() => Assert.Equal([("review", "dr-lead")], Raised(On(Answered(given: WithoutPsychologist()), 2)));

    [Fact]
    public void On_the_next_day_it_is_overdue_and_brought_to_the_lead_and_then_to_the_whole_team()
    {
        var given = Told(Answered(), 2);
        var next = On(given, 3);
        Assert.Equal([("lead", "dr-lead")], Raised(next));
        Assert.Equal("review", next.Events.Single(e => e.DueOverdue is not null).DueOverdue.Occurrence);
        Told(given, 3);
        On(given, 3).ThenNothing();
        Assert.Equal([("team", "")], Raised(On(given, 4)));
        Assert.Single(given.Plan.Tasks);
    }

    [Fact]
    public void Where_the_lead_has_it_the_team_is_the_next() => Assert.Equal([("team", "")], Raised(On(Told(Told(Answered(given: WithoutPsychologist()), 2), 3), 4)));

    [Fact]
    public void After_downtime_all_of_it_is_told_at_once() => Assert.Equal([("review", "psy"), ("lead", "dr-lead"), ("team", "")], Raised(On(Answered(), 20)));

    [Fact]
    public void It_is_met_when_who_may_judge_it_has_completed_it_and_everything_with_it()
    {
        var given = Done(Told(Told(Answered(), 2), 3), Given.Psychologist);
        Assert.Equal(["review", "lead"], On(given, 3).Events.Select(e => e.DueMet.Occurrence));
        Told(given, 3);
        On(given, 31).ThenNothing();
    }

    [Fact]
    public void The_review_of_somebody_who_may_not_judge_it_does_not_count()
    {
        var given = Done(Told(Answered(), 2), Given.Therapist);
        Assert.Contains(("lead", "dr-lead"), Raised(On(given, 3)));
    }

    [Fact]
    public void Nobody_else_takes_it_on_or_completes_it()
    {
        var given = Told(Answered(), 2);
        var task = TaskId(given);
        given.Event(new() { TaskReassigned = new() { TaskId = task, Assignee = Given.Therapist, Reason = "r" } });
        given.When(new AcceptTask(RuleTable.Shipped), new AcceptTaskRequest { TaskId = task }, Given.Therapist).ThenRefused("outcome.safety-review");
        given.Event(new() { TaskAccepted = new() { TaskId = task, Assignee = Given.Therapist } });
        given.When(new StartTask(RuleTable.Shipped), new StartTaskRequest { TaskId = task }, Given.Therapist).ThenRefused("outcome.safety-review");
        given.Event(new() { TaskStarted = new() { TaskId = task } });
        given.When(new CompleteTask(RuleTable.Shipped), new CompleteTaskRequest { TaskId = task }, Given.Therapist).ThenRefused("outcome.safety-review");
    }

    [Fact]
    public void Who_may_judge_it_does()
    {
        var given = Told(Answered(), 2);
        Assert.Single(given.When(new AcceptTask(RuleTable.Shipped), new AcceptTaskRequest { TaskId = TaskId(given) }, Given.Psychologist).Events);
    }

    [Theory]
    [InlineData(PlanStatus.Draft)]
    [InlineData(PlanStatus.OnHold)]
    [InlineData(PlanStatus.Completed)]
    [InlineData(PlanStatus.Revoked)]
    public void In_every_status_of_the_plan_it_falls_due_and_is_done(PlanStatus status)
    {
        var given = Told(Answered(given: Given.PlanAt(status)), 2);
        var task = TaskId(given);
        Assert.Equal([("lead", "dr-lead")], Raised(On(given, 3)));
        given.When(new ReassignTask(), new ReassignTaskRequest { TaskId = task, AssigneeId = Given.Lead.PersonId }, Given.Psychologist).After.Task(task);
        foreach (var e in given.When(new AcceptTask(RuleTable.Shipped), new AcceptTaskRequest { TaskId = task }, Given.Psychologist).Events) given.Event(e);
        foreach (var e in given.When(new StartTask(RuleTable.Shipped), new StartTaskRequest { TaskId = task }, Given.Psychologist).Events) given.Event(e);
        foreach (var e in given.When(new CompleteTask(RuleTable.Shipped), new CompleteTaskRequest { TaskId = task, Outcome = "Safe." }, Given.Psychologist).Events) given.Event(e);
        Assert.Equal(TaskStatus.Completed, given.Plan.Task(task).Status);
        Assert.Equal("", On(given, 3).Events.Single().DueMet.NotDoneReason);
    }

    [Fact]
    public void No_plan_ends_before_it_is_done_also_when_nothing_was_told_yet()
    {
        var (complete, revoke) = (new CompletePlan(RuleTable.Shipped), new RevokePlan(RuleTable.Shipped));
        foreach (var given in new[] { Answered(), Told(Answered(), 2) })
        {
            given.When(complete, new CompletePlanRequest { Summary = "s" }, Given.Lead).ThenRefused("plan.safety-reviewed");
            given.When(revoke, new RevokePlanRequest { Reason = "r" }, Given.Lead).ThenRefused("plan.safety-reviewed");
        }
        Answered(given: Given.Draft()).When(revoke, new RevokePlanRequest { Reason = "r" }, Given.Lead).ThenRefused("plan.safety-reviewed");
        Assert.Null(Done(Told(Answered(), 2), Given.Psychologist).When(complete, new CompletePlanRequest { Summary = "s" }, Given.Lead).Refusal);
        var off = SiteRules.With("[{'id': 'outcome.safety-review', 'severity': 'off'}]");
        Assert.Null(Answered().When(new CompletePlan(off), new CompletePlanRequest { Summary = "s" }, Given.Lead).Refusal);
    }

    [Fact]
    public void A_review_that_was_cancelled_with_its_plan_is_asked_for_again_and_then_counts()
    {
        var given = Told(Answered(), 2);
        given.Event(new() { TaskCancelled = new() { TaskId = TaskId(given), Reason = "The plan was revoked." } })
            .Event(new() { DueMet = new() { Kind = SafetyReviewDues.Kind, SubjectId = OutcomeId, Occurrence = "review" } })
            .Event(new() { PlanRevoked = new() { Reason = "r" } });
        Told(given, 3);
        Assert.Equal([TaskStatus.Cancelled, TaskStatus.Requested], given.Plan.Tasks.Select(t => t.Status));
        Done(given, Given.Psychologist);
        Told(given, 3);
        On(given, 31).ThenNothing();
        Assert.Empty(given.Plan.Dues);
    }

    [Fact]
    public void It_is_not_called_off()
    {
        var given = Told(Answered(), 2);
        given.When(new CancelTask(), new CancelTaskRequest { TaskId = TaskId(given), Reason = "r" }, Given.Lead).ThenRefused("outcome.safety-review");
    }

    private static void IsTheLeads(Given given)
    {
        var task = Assert.Single(given.Plan.Tasks, t => t.IsOpen());
        Assert.Equal((TaskStatus.Requested, Given.Lead, SafetyReviewDues.Kind), (task.Status, task.Assignee, task.DueKind));
    }

    [Theory]
    [InlineData(PlanStatus.Active)]
    [InlineData(PlanStatus.Completed)]
    public void Who_declines_it_leaves_it_to_the_lead_who_cannot_decline_it(PlanStatus status)
    {
        var given = Told(Answered(given: Given.PlanAt(status)), 2);
        var decline = new DeclineTaskRequest { TaskId = TaskId(given), Reason = "Away today." };
        var declined = given.When(new DeclineTask(), decline, Given.Psychologist);
        Assert.Equal([PlanEvent.ChangeOneofCase.TaskDeclined, PlanEvent.ChangeOneofCase.TaskReassigned], declined.Events.Select(e => e.ChangeCase));
        foreach (var e in declined.Events) given.Event(e);
        IsTheLeads(given);
        given.When(new DeclineTask(), decline, Given.Lead).ThenRefused("outcome.safety-review");
        given.When(new ReassignTask(), new ReassignTaskRequest { TaskId = TaskId(given) }, Given.Lead).ThenRefused("outcome.safety-review");
        Assert.Equal([("lead", "dr-lead")], Raised(On(given, 3)));
    }

    [Fact]
    public void Who_leaves_the_team_leaves_it_to_the_lead()
    {
        var given = Told(Answered(), 2);
        given.Event(new() { TaskAccepted = new() { TaskId = TaskId(given), Assignee = Given.Psychologist } });
        var end = new EndMembershipRequest { RequestId = Given.RequestId, PersonId = Given.Psychologist.PersonId, Reason = "Left." };
        foreach (var e in given.When(new EndMembership(RuleTable.Shipped), end, Given.Psychologist).Events) given.Event(e);
        IsTheLeads(given);
        Assert.Equal([("team", "")], Raised(On(given, 4)));
    }

    [Fact]
    public void A_site_may_give_it_more_time_or_none_of_it()
    {
        On(Answered(), 2, SiteRules.With("[{'id': 'outcome.safety-review', 'severity': 'off'}]")).ThenNothing();
        var later = SiteRules.With("[{'id': 'outcome.safety-review', 'parameters': {'days': 1, 'lead_days': 3}}]");
        Assert.Equal([("review", "psy")], Raised(On(Answered(), 3, later)).Where(r => r.Step != "team"));
        Assert.Equal("2026-03-03", On(Answered(), 2, later).Events[0].DueRaised.Due.DueDate);
    }

    [Fact]
    public void A_role_that_does_not_exist_is_told_at_the_start() =>
        Assert.Contains("wizard", Assert.Throws<InvalidDataException>(() => SiteRules.With("[{'id': 'outcome.safety-review', 'parameters': {'reviewers': ['wizard']}}]")).Message, StringComparison.Ordinal);
}
