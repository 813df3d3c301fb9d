using CareTeam.Server.Procedures;
using CareTeam.Server.Tasks;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class RecordProcedureTests
{
    private static Given Planned() => Given.ActivePlan().Scheduled(Epidural());

    [Fact]
    public void It_is_completed_as_planned_treated_and_its_task_is_done()
    {
        var after = Planned().WhenRecorded(Record()).After;
        var procedure = after.Procedures.Single();
        Assert.Equal((ProcedureStatus.Completed, true, "2026-03-02", Given.Lead), (procedure.Status, procedure.Therapeutic, procedure.PerformedDate, procedure.PerformedBy));
        Assert.Equal((procedure.Planned, Checklist, "Good flow along the root."), (procedure.Performed, procedure.Checklist, procedure.Description));
        Assert.Equal(TaskStatus.Completed, after.Tasks.Single().Status);
    }

    [Fact]
    public void One_that_was_stopped_has_not_treated_and_may_have_given_nothing()
    {
        var record = Record();
        record.Performed = Technique();
        record.Performed.Agents.Clear();
        Planned().WhenRecorded(record).ThenInvalid("performed.agents");
        record.StoppedReason = "Vasovagal before anything was given.";
        var after = Planned().WhenRecorded(record).After;
        var procedure = after.Procedures.Single();
        Assert.Equal((ProcedureStatus.Stopped, false, record.StoppedReason), (procedure.Status, procedure.Therapeutic, procedure.StatusReason));
        Assert.Equal(TaskStatus.Completed, after.Tasks.Single().Status);
    }

    [Fact]
    public void What_has_changed_since_it_was_scheduled_blocks()
    {
        FlaggedOn("2026-03-01").WhenRecorded(Record()).ThenRule("red-flag.blocks-injections", met: false);
        var session = Planned().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-20", Technique(side: Side.Right));
        session.WhenRecorded(Record()).ThenRule("epidural.repeat", met: false);
    }

    private static Given FlaggedOn(string day) => Planned().Event(new()
    {
        RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Infection, Finding = "Fever." },
        OccurredAt = Timestamp.FromDateTime(Dates.Of(day).ToDateTime(new(20, 0), DateTimeKind.Utc)),
    });

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-02")]
    public void A_flag_of_its_day_or_later_such_as_its_complication_is_kept_with_it_and_does_not_hinder(string performed)
    {
        var procedure = FlaggedOn("2026-03-02").WhenRecorded(Record(performed)).After.Procedures.Single();
        var finding = procedure.Findings.Single();
        Assert.Equal(("red-flag.blocks-injections", RuleSeverity.Block, null), (finding.RuleId, finding.Severity, finding.Override));
        Assert.Equal(ProcedureStatus.Completed, procedure.Status);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", true)]
    [InlineData("2026-03-02T12:00:00Z", true)]
    [InlineData("2026-03-03T12:00:00Z", false)]
    public void A_flag_from_before_hinders_unless_it_was_resolved_by_then(string resolved, bool met)
    {
        var given = FlaggedOn("2026-02-27");
        var e = new PlanEvent { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } };
        e.Stamp(Given.PlanId, given.Plan.Version + 1, Given.Lead, Timestamp.FromDateTime(DateTime.Parse(resolved, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()));
        var plan = CarePlanFold.Fold(given.Plan, [e]);
        var late = Timestamp.FromDateTime(new DateTime(2026, 3, 4, 9, 0, 0, DateTimeKind.Utc));
        var decided = Xunit.Record.Exception(() => new RecordProcedure(RuleTable.Shipped).Decide(plan, Record(), new Caller("org", Given.Lead), late).ToList());
        Assert.Equal(met, decided is null);
    }

    [Theory]
    [InlineData("red-flag.blocks-injections")]
    [InlineData("checklist.side-marked")]
    public void Whatever_blocks_who_did_it_records_what_happened_with_the_reason(string rule)
    {
        var record = Record();
        if (rule == "checklist.side-marked") record.Checklist.TimeOutDone = false;
        var given = rule == "checklist.side-marked" ? Planned() : FlaggedOn("2026-03-01");
        var refused = given.WhenRecorded(record);
        refused.ThenRule(rule, met: false);
        Assert.True(refused.Refusal!.Details.OfType<RuleRefusal>().Single().Rules.Single().Overridable);
        record.Overrides.Add(new OverrideRequest { RuleId = rule, Reason = "It was forgotten." });
        var recorded = given.WhenRecorded(record);
        Assert.Equal("It was forgotten.", recorded.After.Procedures.Single().Findings.Single().Override.Reason);
        Assert.Single(recorded.Events, e => e.RuleOverridden is not null);
    }

    [Fact]
    public void One_that_was_given_already_and_not_scheduled_before_is_scheduled_late_under_a_flag_that_came_after()
    {
        var flagged = Given.ActivePlan().RedFlag();
        Assert.Null(flagged.WhenScheduled(Epidural("2026-03-01")).Refusal);
        flagged.WhenScheduled(Epidural("2026-03-02")).ThenRule("red-flag.blocks-injections", met: false);
    }

    [Fact]
    public void The_day_that_it_was_done_counts()
    {
        var schedule = Epidural();
        schedule.Indication.PainSinceDate = "2026-02-05";
        Given.ActivePlan().Scheduled(schedule).WhenRecorded(Record("2026-03-02")).ThenRule("epidural.pain-duration", met: false);
    }

    [Fact]
    public void An_override_of_its_scheduling_stands_while_what_is_missing_is_the_same()
    {
        var schedule = Epidural("2026-03-02");
        schedule.Indication.RadicularPain = false;
        schedule.Overrides.Add(Override("epidural.radicular-pain"));
        var given = Given.ActivePlan();
        foreach (var e in given.WhenScheduled(schedule).Events) given.Event(e.Clone());
        var recorded = given.WhenRecorded(Record());
        Assert.Null(recorded.Refusal);
        Assert.DoesNotContain(recorded.Events, e => e.RuleOverridden is not null);
        Assert.Single(recorded.After.Procedures.Single().Findings);
    }

    [Fact]
    public void An_override_of_its_scheduling_does_not_stand_when_something_else_is_missing_by_then()
    {
        var schedule = Epidural("2026-03-01");
        schedule.Indication.PainSinceDate = "2026-02-10";
        schedule.Overrides.Add(Override("epidural.pain-duration"));
        var given = Given.ActivePlan();
        foreach (var e in given.WhenScheduled(schedule).Events) given.Event(e.Clone());
        // A day later it is another sentence, and somebody must stand for it again.
        given.WhenRecorded(Record("2026-03-02")).ThenRule("epidural.pain-duration", met: false);
        Assert.Null(given.WhenRecorded(Record("2026-03-01")).Refusal);
    }

    [Theory, Rules.RuleMet("procedure.site-as-planned"), Rules.RuleNotMet("procedure.site-as-planned")]
    [InlineData("L4-L5", Side.Left, true)]
    [InlineData("L4-L5", Side.Right, false)]
    [InlineData("L5-S1", Side.Left, false)]
    public void It_is_done_where_it_was_planned_or_somebody_says_why(string level, Side side, bool met)
    {
        var record = Record();
        record.Performed = Technique(level, side);
        Planned().WhenRecorded(record).ThenRule("procedure.site-as-planned", met);
        record.Overrides.Add(Override("procedure.site-as-planned"));
        var procedure = Planned().WhenRecorded(record).After.Procedures.Single();
        Assert.Equal((level, side, met ? 0 : 1), (procedure.Performed.Levels.Single(), procedure.Performed.Side, procedure.Findings.Count));
    }

    [Fact]
    public void It_is_recorded_once_and_not_after_it_was_cancelled()
    {
        var given = Planned();
        foreach (var e in given.WhenRecorded(Record()).Events) given.Event(e.Clone());
        given.WhenRecorded(Record()).ThenRefused("procedure.lifecycle");
        Planned().Event(new() { ProcedureCancelled = new() { ProcedureId = ProcedureId, Reason = "r" } }).WhenRecorded(Record()).ThenRefused("procedure.lifecycle");
        Given.ActivePlan().WhenRecorded(Record()).ThenNotFound();
    }

    [Fact]
    public void A_day_in_the_future_is_invalid()
    {
        Planned().WhenRecorded(Record("2026-03-03")).ThenInvalid("performed_date");
        Assert.Null(Planned().WhenRecorded(Record("2026-03-02")).Refusal);
    }

    [Fact]
    public void Anaesthetic_alone_is_a_block_and_no_treatment()
    {
        var record = Record();
        record.Performed = Technique();
        record.Performed.Agents.Clear();
        record.Performed.Agents.Add(Anaesthetic);
        Planned().WhenRecorded(record).ThenInvalid("performed.agents");
    }

    [Fact]
    public void Levels_that_its_kind_does_not_have_are_invalid()
    {
        var record = Record();
        record.Performed = Technique("L3-L5");
        Planned().WhenRecorded(record).ThenInvalid("performed.levels[0]");
    }

    [Fact]
    public void What_comes_of_one_that_is_recorded_late_came_about_with_it()
    {
        var events = Planned().WhenRecorded(Record("2026-03-01")).Events;
        Assert.Equal([PlanEvent.ChangeOneofCase.ProcedureRecorded, PlanEvent.ChangeOneofCase.TaskCompleted, PlanEvent.ChangeOneofCase.RehabilitationWindowOpened], events.Select(e => e.ChangeCase));
        Assert.All(events, e => Assert.Equal("2026-03-01T23:59:59.999999Z", e.OccurredAt.ToDiagnosticString().Trim('"')));
    }

    [Fact]
    public void Its_task_ends_with_it_and_in_no_other_way()
    {
        var given = Planned();
        var task = given.Plan.Tasks.Single().TaskId;
        given.Event(new() { TaskAccepted = new() { TaskId = task, Assignee = Given.Lead } }).Event(new() { TaskStarted = new() { TaskId = task } });
        given.When(new CompleteTask(RuleTable.Shipped), new() { TaskId = task }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        given.When(new CancelTask(), new() { TaskId = task, Reason = "r" }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        given.When(new RescheduleTask(), new() { TaskId = task, DueDate = "2026-05-01" }, Given.Lead).ThenRefused("task.ends-with-its-owner");
        Assert.Equal(TaskStatus.Completed, given.WhenRecorded(Record()).After.Tasks.Single().Status);
    }

    [Fact]
    public void It_needs_its_day_checklist_and_what_was_done() => Assert.Equal(
        ["procedure_id", "performed_date", "checklist", "description"],
        Fields.Violated(new RecordProcedure(RuleTable.Shipped), new RecordProcedureRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));

    /// <summary>Both were scheduled for different days; the second took place instead of the first, which was begun and stopped on the same day.</summary>
    [Fact]
    public void One_that_was_stopped_is_recorded_beside_the_one_that_took_place_there_that_day()
    {
        var given = Planned().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-03-02");
        given.WhenRecorded(Record()).ThenRefused("procedure.once");
        var stopped = Record();
        stopped.StoppedReason = "Vasovagal; done two hours later.";
        Assert.Equal(ProcedureStatus.Stopped, given.WhenRecorded(stopped).After.Procedures[0].Status);
    }
}
