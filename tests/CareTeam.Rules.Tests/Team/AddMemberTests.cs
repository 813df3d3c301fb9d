using CareTeam.Server.Team;

namespace CareTeam.Rules.Tests.Team;

public sealed class AddMemberTests
{
    private static readonly Person Nurse = new() { PersonId = "nurse", Name = "Nurse", Role = Role.Nurse };

    [Fact]
    public void A_physician_of_the_team_adds_members_once()
    {
        var given = Given.ActivePlan();
        given.When(new AddMember(), new() { Person = Nurse }, Given.Lead).Then(new PlanEvent { MemberAdded = new() { Person = Nurse, Since = Given.Now } });
        given.When(new AddMember(), new() { Person = Nurse }, Given.Therapist).ThenForbidden("MAY_NOT_MANAGE_TEAM");
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
    public void Who_left_may_come_back_in_another_role()
    {
        var back = Given.Therapist.Clone();
        back.Role = Role.CaseManager;
        var given = Given.ActivePlan().Event(new() { MembershipEnded = new() { PersonId = back.PersonId, Until = Given.Now } });
        Assert.Equal(Role.CaseManager, given.When(new AddMember(), new() { Person = back }, Given.Lead).After.CurrentMember(back.PersonId)!.Person.Role);
    }

    [Fact]
    public void The_patient_may_be_a_member()
    {
        var request = new AddMemberRequest { PlanId = Given.PlanId, RequestId = Given.RequestId, Person = Given.Patient };
        Assert.Empty(Fields.Violated(new AddMember(), request));
    }

    [Fact]
    public void A_member_has_an_id_a_name_and_a_role()
    {
        var request = new AddMemberRequest { PlanId = Given.PlanId, RequestId = Given.RequestId };
        Assert.Equal(["person"], Fields.Violated(new AddMember(), request));
        request.Person = new();
        Assert.Equal(["person.person_id", "person.name", "person.role"], Fields.Violated(new AddMember(), request));
    }

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Revoked).When(new AddMember(), new() { Person = Nurse }, Given.Lead).ThenRefused("plan.not-ended");
}
