namespace CareTeam.Rules.Tests.Plans;

public sealed class ResolveRedFlagTests
{
    private static readonly ResolveRedFlagRequest Resolve = new() { RedFlagId = Given.FlagId, Resolution = "MRI normal." };

    [Fact]
    public void Only_a_physician_of_the_team_resolves_it()
    {
        var given = Given.ActivePlan().RedFlag();
        given.When(new ResolveRedFlag(), Resolve, Given.Therapist).ThenForbidden("MAY_NOT_RESOLVE_RED_FLAGS");
        var flag = given.When(new ResolveRedFlag(), Resolve, Given.Lead).After.RedFlags.Single();
        Assert.Equal((Given.Lead, "MRI normal."), (flag.ResolvedBy, flag.Resolution));
    }

    [Fact]
    public void It_keeps_when_it_was_raised_and_when_it_was_resolved()
    {
        var flag = Given.ActivePlan().RedFlag().When(new ResolveRedFlag(), Resolve, Given.Lead, Given.Tomorrow).After.RedFlags.Single();
        Assert.Equal((Given.Now, Given.Tomorrow), (flag.RaisedAt, flag.ResolvedAt));
    }

    [Fact]
    public void A_resolution_is_never_changed() =>
        Given.ActivePlan().RedFlag().Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } })
            .When(new ResolveRedFlag(), Resolve, Given.Lead).ThenRefused("red-flag.open");

    [Fact]
    public void A_red_flag_that_is_not_there_is_not_found() => Given.ActivePlan().When(new ResolveRedFlag(), Resolve, Given.Lead).ThenNotFound();

    [Fact]
    public void It_can_still_be_resolved_after_the_plan_has_ended() => Given.ActivePlan().RedFlag().Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(new ResolveRedFlag(), Resolve, Given.Lead).Then(new PlanEvent { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "MRI normal." } });

    [Theory]
    [InlineData(TaskStatus.Requested, TaskStatus.Completed)]
    [InlineData(TaskStatus.Declined, TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled, TaskStatus.Cancelled)]
    public void Its_urgent_task_is_done_with_it_whoever_had_it(TaskStatus before, TaskStatus after)
    {
        var given = Given.PlanWithTask(before).Event(new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Other, Finding = "f", TaskId = Given.TaskId } });
        Assert.Equal(after, given.When(new ResolveRedFlag(), Resolve, Given.Lead).After.Tasks.Single().Status);
    }

    [Fact]
    public void It_needs_a_resolution()
    {
        var request = new ResolveRedFlagRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, RedFlagId = Given.FlagId };
        Assert.Equal(["resolution"], Fields.Violated(new ResolveRedFlag(), request));
    }
}
