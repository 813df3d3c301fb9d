using CareTeam.Server.Procedures;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class RescheduleProcedureTests
{
    private static Decision Move(Given given, string day, params OverrideRequest[] overrides) => given.When(
        new RescheduleProcedure(RuleTable.Shipped), new() { ProcedureId = ProcedureId, PlannedDate = day, Reason = "Fever.", Overrides = { overrides } }, Given.Lead);

    [Fact]
    public void It_moves_with_its_task_and_once()
    {
        var after = Move(Given.ActivePlan().Scheduled(Epidural()), "2026-03-17").After;
        Assert.Equal(("2026-03-17", "2026-03-17"), (after.Procedures.Single().PlannedDate, after.Tasks.Single().DueDate));
        Move(Given.ActivePlan().Scheduled(Epidural()), Day).ThenNothing();
    }

    [Fact]
    public void The_gates_are_asked_of_the_new_day()
    {
        var schedule = Epidural();
        schedule.Indication.PainSinceDate = "2026-02-10";
        var given = Given.ActivePlan().Scheduled(schedule);
        Move(given, "2026-03-09").ThenRule("epidural.pain-duration", met: false);
        var moved = Move(given, "2026-03-09", Override("epidural.pain-duration")).After;
        Assert.Equal("epidural.pain-duration", moved.Procedures.Single().Findings.Single().RuleId);
        Assert.Single(moved.RuleOverrides);
    }

    [Fact]
    public void Only_a_scheduled_one_moves()
    {
        Move(Given.ActivePlan().Scheduled(Epidural()).Event(new() { ProcedureCancelled = new() { ProcedureId = ProcedureId, Reason = "r" } }), "2026-03-17").ThenRefused("procedure.lifecycle");
        Move(Given.ActivePlan(), "2026-03-17").ThenNotFound();
    }

    [Fact]
    public void It_does_not_pass_over_another_move_that_it_could_not_see()
    {
        var request = new RescheduleProcedureRequest { ProcedureId = ProcedureId };
        Assert.True(new RescheduleProcedure(RuleTable.Shipped).MustSee(request, new() { ProcedureRescheduled = new() { ProcedureId = ProcedureId } }));
        Assert.False(new RescheduleProcedure(RuleTable.Shipped).MustSee(request, new() { ProcedureRescheduled = new() { ProcedureId = Id(1) } }));
    }

    [Fact]
    public void Who_overrides_a_limit_must_have_seen_what_was_scheduled_meanwhile()
    {
        var request = new RescheduleProcedureRequest { ProcedureId = ProcedureId };
        PlanEvent[] others = [new() { ProcedureScheduled = new() }, new() { ProcedureRescheduled = new() { ProcedureId = Id(1) } }];
        Assert.All(others, other => Assert.False(new RescheduleProcedure(RuleTable.Shipped).MustSee(request, other)));
        request.Overrides.Add(Override("epidural.sessions-a-year"));
        Assert.All(others, other => Assert.True(new RescheduleProcedure(RuleTable.Shipped).MustSee(request, other)));
    }

    [Fact]
    public void It_needs_the_new_day() => Assert.Equal(
        ["procedure_id", "planned_date"], Fields.Violated(new RescheduleProcedure(RuleTable.Shipped), new RescheduleProcedureRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
