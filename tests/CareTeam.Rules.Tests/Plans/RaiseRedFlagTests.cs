using CareTeam.Rules.Tests.Rules;

namespace CareTeam.Rules.Tests.Plans;

public sealed class RaiseRedFlagTests
{
    private static readonly RaiseRedFlagRequest Raise = new() { RequestId = Given.RequestId, RedFlagId = Given.FlagId, Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." };

    [Fact]
    public void The_patient_may_raise_one() => Assert.Equal(Given.FlagId, Given.ActivePlan().When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient).After.RedFlags.Single().RedFlagId);

    [Fact]
    public void It_is_open_and_says_who_raised_it_and_when()
    {
        var flag = Given.ActivePlan().When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient, Given.Tomorrow).After.RedFlags.Single();
        Assert.Equal((RedFlagKind.CaudaEquina, "Numb saddle."), (flag.Kind, flag.Finding));
        Assert.Equal((Given.Patient, Given.Tomorrow, null), (flag.RaisedBy, flag.RaisedAt, flag.ResolvedBy));
    }

    [Theory, RuleMet("red-flag.urgent-task")]
    [InlineData(RedFlagKind.CaudaEquina, TaskPriority.Stat, "2026-03-02")]
    [InlineData(RedFlagKind.Infection, TaskPriority.Asap, "2026-03-02")]
    [InlineData(RedFlagKind.Malignancy, TaskPriority.Urgent, "2026-03-03")]
    public void The_lead_gets_a_task_as_urgent_as_the_flag(RedFlagKind kind, TaskPriority priority, string due)
    {
        var request = Raise.Clone();
        request.Kind = kind;
        var after = Given.ActivePlan().When(new RaiseRedFlag(RuleTable.Shipped), request, Given.Patient).After;
        var task = after.Tasks.Single();
        Assert.Equal((priority, due, Given.Lead, Given.Patient), (task.Priority, task.DueDate, task.Assignee, task.Requester));
        Assert.Equal(task.TaskId, after.RedFlags.Single().TaskId);
    }

    [Fact, RuleNotMet("red-flag.urgent-task")]
    public void A_site_that_turns_the_rule_off_gets_no_task() =>
        Assert.Empty(Given.ActivePlan().When(new RaiseRedFlag(SiteRules.With("[{'id': 'red-flag.urgent-task', 'severity': 'off'}]")), Raise, Given.Patient).After.Tasks);

    [Fact]
    public void Who_is_not_on_the_team_raises_none() => Given.ActivePlan().When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Stranger).ThenForbidden("NOT_ON_THE_TEAM");

    [Fact]
    public void A_hundred_may_be_open_and_a_resolved_one_makes_room()
    {
        string Id(int i) => $"0190c0de-0000-7000-8000-0000000f{i:0000}";
        var given = Given.ActivePlan();
        for (var i = 1; i < RaiseRedFlag.MostOpen; i++) given.Event(new() { RedFlagRaised = new() { RedFlagId = Id(i), Kind = RedFlagKind.Infection, Finding = "Fever." } });
        Assert.Null(given.When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient).Refusal);
        given.Event(new() { RedFlagRaised = new() { RedFlagId = Id(0), Kind = RedFlagKind.Infection, Finding = "Fever." } })
            .When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient).ThenRefused("red-flag.most-open");
        given.Event(new() { RedFlagResolved = new() { RedFlagId = Id(0), Resolution = "A cold." } });
        Assert.Null(given.When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient).Refusal);
    }

    [Fact]
    public void An_id_is_used_once() => Given.ActivePlan().RedFlag().When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Completed).When(new RaiseRedFlag(RuleTable.Shipped), Raise, Given.Patient).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_its_kind_and_what_was_found() =>
        Assert.Equal(["kind", "finding"], Fields.Violated(new RaiseRedFlag(RuleTable.Shipped), new RaiseRedFlagRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
