using CareTeam.Rules.Tests.Rules;
using CareTeam.Server.Procedures;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class ScheduleProcedureTests
{
    private static readonly Person PainPhysician = new() { PersonId = "dr-pain", Name = "Pain", Role = Role.PainPhysician };

    private static IReadOnlyList<string> Violated(ScheduleProcedureRequest request) => Fields.Violated(new ScheduleProcedure(RuleTable.Shipped, ScopeOfPractice.Shipped), request);

    [Fact]
    public void It_is_planned_and_its_performer_has_a_task_of_that_day()
    {
        var request = Epidural();
        request.PerformerPersonId = PainPhysician.PersonId;
        request.Priority = TaskPriority.Urgent;
        var after = Given.ActivePlan().Event(new() { MemberAdded = new() { Person = PainPhysician, Since = Given.Now } }).WhenScheduled(request).After;
        var (procedure, task) = (after.Procedures.Single(), after.Tasks.Single());
        Assert.Equal((ProcedureStatus.Scheduled, Day, SpinalRegion.Lumbar, false), (procedure.Status, procedure.PlannedDate, procedure.Region, procedure.Therapeutic));
        Assert.Equal((procedure.TaskId, PainPhysician, Given.Lead, Day), (task.TaskId, task.Assignee, task.Requester, task.DueDate));
        Assert.Equal((TaskKind.Treatment, TaskPriority.Urgent, "Transforaminal epidural steroid injection, L4-L5 left"), (task.Kind, task.Priority, task.Title));
    }

    [Fact]
    public void Without_a_performer_it_is_the_callers_and_without_a_priority_routine()
    {
        var task = Given.ActivePlan().WhenScheduled(Epidural()).After.Tasks.Single();
        Assert.Equal((Given.Lead, TaskPriority.Routine), (task.Assignee, task.Priority));
    }

    [Fact]
    public void Who_may_not_perform_procedures_neither_plans_one_nor_is_to_perform_it()
    {
        Given.ActivePlan().WhenScheduled(Epidural(), by: Given.Therapist).ThenForbidden("MAY_NOT_PERFORM_PROCEDURES");
        Given.ActivePlan().WhenScheduled(Epidural(), by: Given.Stranger).ThenForbidden("MAY_NOT_PERFORM_PROCEDURES");
        var request = Epidural();
        request.PerformerPersonId = Given.Therapist.PersonId;
        Given.ActivePlan().WhenScheduled(request).ThenRefused("procedure.performer");
        request.PerformerPersonId = Given.Stranger.PersonId;
        Given.ActivePlan().WhenScheduled(request).ThenRefused("task.assignee-on-team");
    }

    [Fact]
    public void An_open_red_flag_blocks_it_whatever_is_overridden()
    {
        var request = Epidural();
        request.Overrides.Add(Override("red-flag.blocks-injections"));
        Given.ActivePlan().RedFlag().WhenScheduled(request).ThenRefused("red-flag.blocks-injections");
    }

    [Fact]
    public void All_rules_that_refuse_are_told_at_once_and_one_override_does_not_let_the_others_pass()
    {
        var request = Epidural();
        (request.Indication.RadicularPain, request.Indication.ImagingElsewhere) = (false, "");
        request.Overrides.Add(Override("epidural.concordant-imaging"));
        Given.ActivePlan().WhenScheduled(request).ThenRule("epidural.radicular-pain", met: false);
        request.Overrides.Clear();
        Assert.Equal(2, Given.ActivePlan().WhenScheduled(request).Refusal!.Details.OfType<Google.Rpc.PreconditionFailure>().Single().Violations.Count);
    }

    [Fact]
    public void Who_overrides_has_seen_what_others_scheduled_meanwhile()
    {
        var (useCase, request, other) = (new ScheduleProcedure(RuleTable.Shipped, ScopeOfPractice.Shipped), Epidural(), new PlanEvent { ProcedureScheduled = new() });
        Assert.False(useCase.MustSee(request, other));
        request.Overrides.Add(Override("epidural.sessions-a-year"));
        Assert.True(useCase.MustSee(request, other));
        Assert.False(useCase.MustSee(request, new() { PlanHeld = new() }));
    }

    [Fact]
    public void The_same_place_on_the_same_day_is_treated_once_by_one_kind()
    {
        var given = Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, Day, Technique("L4-L5 L5-S1"));
        given.WhenScheduled(Epidural()).ThenRefused("procedure.once");
        Assert.Null(given.WhenScheduled(Schedule(ProcedureKind.TransforaminalEpiduralSteroid, technique: Technique(side: Side.Right))).Refusal);
    }

    [Fact]
    public void A_plan_that_has_ended_and_an_id_that_is_used_refuse_it()
    {
        Given.PlanAt(PlanStatus.Completed).WhenScheduled(Epidural()).ThenRefused("plan.not-ended");
        Given.ActivePlan().Scheduled(Epidural()).WhenScheduled(Epidural("2027-01-01")).ThenRefused("id.unused");
    }

    [Fact]
    public void A_study_that_the_plan_does_not_have_is_not_found()
    {
        var request = Epidural();
        request.Indication.StudyIds.Add(Id(70));
        Given.ActivePlan().WhenScheduled(request).ThenNotFound();
    }

    [Fact]
    public void Both_the_warnings_and_what_was_overridden_stay_on_it()
    {
        var request = Schedule(ProcedureKind.TriggerPointInjection);
        request.Planned.Guidance = ImageGuidance.Ultrasound;
        request.Indication.Findings.Clear();
        request.Overrides.Add(Override("trigger-point.findings"));
        var findings = Given.ActivePlan().WhenScheduled(request).After.Procedures.Single().Findings;
        Assert.Equal([("trigger-point.findings", true), ("trigger-point.imaging-not-covered", false)], findings.Select(f => (f.RuleId, f.Override is not null)));
    }

    [Fact]
    public void A_plan_is_not_completed_with_a_scheduled_procedure_and_a_revoked_one_takes_it_along()
    {
        var given = Given.ActivePlan().Scheduled(Epidural());
        given.Event(new() { TaskDeclined = new() { TaskId = given.Plan.Tasks.Single().TaskId, Reason = "On leave." } });
        given.When(new CompletePlan(RuleTable.Shipped), new() { Summary = "s" }, Given.Lead).ThenRefused("plan.procedures-done");
        Assert.Equal(ProcedureStatus.Cancelled, given.When(new RevokePlan(RuleTable.Shipped), new() { Reason = "Moved away." }, Given.Lead).After.Procedures.Single().Status);
    }

    [Theory]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4-L5", Side.Left)]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4-L6", Side.Left, "planned.levels[0]")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L3-L5", Side.Left, "planned.levels[0]")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L5-L4", Side.Left, "planned.levels[0]")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4", Side.Left, "planned.levels[0]")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L5-S1 L4-L5", Side.Bilateral)]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4-L5 L4-L5", Side.Left, "planned.levels")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "", Side.Left, "planned.levels")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4-L5", Side.Midline, "planned.side")]
    [InlineData(ProcedureKind.TransforaminalEpiduralSteroid, "L4-L5", Side.Unspecified, "planned.side")]
    [InlineData(ProcedureKind.InterlaminarEpiduralSteroid, "C7-T1", Side.Midline)]
    [InlineData(ProcedureKind.InterlaminarEpiduralSteroid, "T12-L1", Side.Left)]
    [InlineData(ProcedureKind.InterlaminarEpiduralSteroid, "L4-L5", Side.Bilateral, "planned.side")]
    [InlineData(ProcedureKind.CaudalEpiduralSteroid, "", Side.Midline)]
    [InlineData(ProcedureKind.SacroiliacJointSteroid, "", Side.Right)]
    [InlineData(ProcedureKind.SacroiliacJointSteroid, "S1-S2", Side.Right, "planned.levels")]
    [InlineData(ProcedureKind.SacroiliacJointSteroid, "", Side.Midline, "planned.side")]
    public void Levels_and_side_are_written_as_the_notation_has_them(ProcedureKind kind, string levels, Side side, params string[] violated) =>
        Assert.Equal(violated, Violated(Schedule(kind, technique: Technique(levels, side))));

    [Fact]
    public void Muscles_are_of_trigger_points_and_trigger_points_of_muscles()
    {
        var request = Schedule(ProcedureKind.TriggerPointInjection);
        Assert.Empty(Violated(request));
        request.Planned.Muscles.Clear();
        Assert.Equal(["planned.muscles"], Violated(request));
        request = Epidural();
        request.Planned.Muscles.Add("psoas");
        Assert.Equal(["planned.muscles"], Violated(request));
    }

    [Fact]
    public void Contrast_is_told_or_why_there_is_none()
    {
        var request = Epidural();
        request.Planned.Contrast = null;
        Assert.Equal(["planned.contrast"], Violated(request));
        request.Planned.Contrast = new();
        Assert.Equal(["planned.contrast"], Violated(request));
        request.Planned.Contrast = new() { NoneReason = "Allergy." };
        Assert.Empty(Violated(request));
        request.Planned.Contrast = null;
        request.Planned.Guidance = ImageGuidance.Ultrasound;
        Assert.Empty(Violated(request));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    [InlineData(double.NaN)]
    public void A_dose_is_above_nothing_and_below_absurd(double dose)
    {
        var request = Epidural();
        request.Planned.Agents[0].Dose = dose;
        Assert.Equal(["planned.agents[0].dose"], Violated(request));
    }

    [Fact]
    public void An_override_needs_a_reason_and_is_given_once()
    {
        var request = Epidural();
        request.Overrides.Add(new OverrideRequest { RuleId = "epidural.repeat" });
        request.Overrides.Add(Override("epidural.repeat"));
        Assert.Equal(["overrides[0].reason", "overrides"], Violated(request));
    }

    [Fact]
    public void It_needs_its_kind_day_technique_and_indication() => Assert.Equal(
        ["kind", "planned_date", "indication", "planned"], Violated(new ScheduleProcedureRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
