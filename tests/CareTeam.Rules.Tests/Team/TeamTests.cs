using CareTeam.Server.Team;

namespace CareTeam.Rules.Tests.Team;

public sealed class TeamTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };
    private static EndMembershipRequest End(Person who) => new() { PersonId = who.PersonId, Reason = "Moved." };

    [Fact]
    public void A_physician_of_the_team_adds_members_once()
    {
        var given = Given.ActivePlan();
        given.When(new AddMember(), new() { Person = Nurse }, Given.Lead).Then(new PlanEvent { MemberAdded = new() { Person = Nurse, Since = Given.Now } });
        given.When(new AddMember(), new() { Person = Nurse }, Given.Therapist).ThenForbidden("NOT_A_PHYSICIAN_OF_THE_TEAM");
        given.When(new AddMember(), new() { Person = Given.Therapist }, Given.Lead).ThenNothing();
    }

    [Fact]
    public void One_person_has_one_role_at_a_time()
    {
        var otherRole = Given.Therapist.Clone();
        otherRole.Role = Role.CaseManager;
        Given.ActivePlan().When(new AddMember(), new() { Person = otherRole }, Given.Lead).ThenRefused("team.one-role");
    }

    [Fact]
    public void Administrators_and_screens_are_no_members()
    {
        var request = new AddMemberRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Person = new() { PersonId = "wall", Name = "Wall", Role = Role.Display } };
        Assert.Equal(["person.role"], Fields.Violated(new AddMember(), request));
    }

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

    [Fact]
    public void Who_left_may_come_back_in_another_role()
    {
        var back = Given.Therapist.Clone();
        back.Role = Role.CaseManager;
        var given = Given.ActivePlan().Event(new() { MembershipEnded = new() { PersonId = back.PersonId, Until = Given.Now } });
        Assert.Equal(Role.CaseManager, given.When(new AddMember(), new() { Person = back }, Given.Lead).After.CurrentMember(back.PersonId)!.Person.Role);
    }
}
