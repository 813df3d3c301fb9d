using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class EndMembershipTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };
    private static EndMembershipRequest End(Person who) => new() { RequestId = Given.RequestId, PersonId = who.PersonId, Reason = "Moved." };

    [Fact]
    public void When_a_membership_ends_open_tasks_go_back_to_the_whole_team()
    {
        var outcome = Given.PlanWithTask(TaskStatus.InProgress).When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Lead);
        outcome.Then(
            new PlanEvent { TaskReassigned = new() { TaskId = Given.TaskId, Reason = "The assignee left the team." } },
            new PlanEvent { MembershipEnded = new() { PersonId = Given.Therapist.PersonId, Until = Given.Now, Reason = "Moved." } });
        Assert.Equal((TaskStatus.Requested, null), (outcome.After.Tasks[0].Status, outcome.After.Tasks[0].Assignee));
        Assert.False(outcome.After.HasMember(Given.Therapist.PersonId));
    }

    [Fact]
    public void Members_may_leave_and_nobody_else_but_the_lead_sends_them_away()
    {
        Assert.Single(Given.ActivePlan().When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Therapist).Events);
        Given.ActivePlan().When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Psychologist).ThenForbidden("NOT_THE_LEAD");
    }

    [Fact]
    public void The_lead_stays() => Given.ActivePlan().When(new EndMembership(RuleTable.Shipped), End(Given.Lead), Given.Lead).ThenRefused("team.lead-stays");

    [Fact]
    public void Who_never_was_a_member_is_not_found_and_who_left_already_is_gone()
    {
        var given = Given.ActivePlan();
        given.When(new EndMembership(RuleTable.Shipped), End(Nurse), Given.Lead).ThenNotFound();
        given.Event(new() { MembershipEnded = new() { PersonId = Given.Therapist.PersonId, Until = Given.Now } }).When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Lead).ThenNothing();
    }

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    [InlineData(TaskStatus.Declined)]
    public void A_task_that_is_not_open_stays_theirs(TaskStatus status)
    {
        var given = Given.PlanWithTask(status);
        Assert.Equal(given.Plan.Tasks, given.When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Lead).After.Tasks);
    }

    [Fact]
    public void It_needs_a_reason()
    {
        var request = new EndMembershipRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, PersonId = Given.Therapist.PersonId };
        Assert.Equal(["reason"], Fields.Violated(new EndMembership(RuleTable.Shipped), request));
    }

    [Fact]
    public void When_a_supervisor_leaves_their_assistants_may_not_treat_and_the_lead_has_an_urgent_task_to_name_another()
    {
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist);
        var outcome = given.When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Therapist);
        var task = outcome.After.Tasks.Single();
        Assert.Equal((Given.Lead, TaskPriority.Urgent, "2026-03-02"), (task.Assignee, task.Priority, task.DueDate));
        Assert.Equal(("", task.TaskId), (outcome.After.CurrentMember(Assistant.PersonId)!.SupervisorPersonId, outcome.After.CurrentMember(Assistant.PersonId)!.SupervisionTaskId));
        Assert.False(outcome.After.HasMember(Given.Therapist.PersonId));
    }

    [Fact]
    public void Notes_that_wait_for_the_leaving_supervisor_wait_for_nobody_until_the_lead_names_one_also_when_their_author_has_left()
    {
        var after = Given.ActivePlan().Joins(Assistant, Given.Therapist).AssistantsNote().Leaves(Assistant).When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Lead).After;
        Assert.Null(after.Notes.Single().CosignatureDemand.Supervisor);
        Assert.Equal($"Name a supervisor for {Assistant.Name}", after.Tasks.Single().Title);
    }

    [Fact]
    public void Notes_of_an_assistant_who_leaves_still_wait_for_their_supervisor() =>
        Assert.Equal(Given.Therapist, Given.ActivePlan().Joins(Assistant, Given.Therapist).AssistantsNote().When(new EndMembership(RuleTable.Shipped), End(Assistant), Assistant).After.Notes.Single().CosignatureDemand.Supervisor);

    [Fact]
    public void On_a_plan_that_has_ended_no_task_is_made()
    {
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist).Event(new() { PlanCompleted = new() { Summary = "s" } });
        Assert.Empty(given.When(new EndMembership(RuleTable.Shipped), End(Given.Therapist), Given.Lead).After.Tasks);
    }

    [Fact]
    public void A_hand_over_to_somebody_who_leaves_is_off()
    {
        var given = Given.ActivePlan().Joins(OtherPhysician).HandoverTo(OtherPhysician);
        given.When(new EndMembership(RuleTable.Shipped), End(OtherPhysician), OtherPhysician).Then(
            new PlanEvent { HandoverWithdrawn = new() { HandoverId = HandoverId, Reason = "Who was asked left the team." } },
            new PlanEvent { MembershipEnded = new() { PersonId = OtherPhysician.PersonId, Until = Given.Now, Reason = "Moved." } });
    }
}
