using CareTeam.Server.Team;

namespace CareTeam.Rules.Tests.Team;

public sealed class EndMembershipTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };
    private static EndMembershipRequest End(Person who) => new() { PersonId = who.PersonId, Reason = "Moved." };

    [Fact]
    public void When_a_membership_ends_open_tasks_go_back_to_the_whole_team()
    {
        var outcome = Given.PlanWithTask(TaskStatus.InProgress).When(new EndMembership(), End(Given.Therapist), Given.Lead);
        outcome.Then(
            new PlanEvent { TaskReassigned = new() { TaskId = Given.TaskId, Reason = "The assignee left the team." } },
            new PlanEvent { MembershipEnded = new() { PersonId = Given.Therapist.PersonId, Until = Given.Now, Reason = "Moved." } });
        Assert.Equal((TaskStatus.Requested, null), (outcome.After.Tasks[0].Status, outcome.After.Tasks[0].Assignee));
        Assert.False(outcome.After.HasMember(Given.Therapist.PersonId));
    }

    [Fact]
    public void Members_may_leave_and_nobody_else_but_the_lead_sends_them_away()
    {
        Assert.Single(Given.ActivePlan().When(new EndMembership(), End(Given.Therapist), Given.Therapist).Events);
        Given.ActivePlan().When(new EndMembership(), End(Given.Therapist), Given.Psychologist).ThenForbidden("NOT_THE_LEAD");
    }

    [Fact]
    public void The_lead_stays() => Given.ActivePlan().When(new EndMembership(), End(Given.Lead), Given.Lead).ThenRefused("team.lead-stays");

    [Fact]
    public void Who_never_was_a_member_is_not_found_and_who_left_already_is_gone()
    {
        var given = Given.ActivePlan();
        given.When(new EndMembership(), End(Nurse), Given.Lead).ThenNotFound();
        given.Event(new() { MembershipEnded = new() { PersonId = Given.Therapist.PersonId, Until = Given.Now } }).When(new EndMembership(), End(Given.Therapist), Given.Lead).ThenNothing();
    }

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    [InlineData(TaskStatus.Declined)]
    public void A_task_that_is_not_open_stays_theirs(TaskStatus status)
    {
        var given = Given.PlanWithTask(status);
        Assert.Equal(given.Plan.Tasks, given.When(new EndMembership(), End(Given.Therapist), Given.Lead).After.Tasks);
    }

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new EndMembershipRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, PersonId = Given.Therapist.PersonId };
        Assert.Equal(["reason"], Fields.Violated(new EndMembership(), request));
    }
}
