using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class AssignSupervisorTests
{
    private static readonly AssignSupervisor UseCase = new(ScopeOfPractice.Shipped);

    private static AssignSupervisorRequest Under(Person supervisor) =>
        new() { PlanId = Given.PlanId, RequestId = Given.RequestId, PersonId = Assistant.PersonId, SupervisorPersonId = supervisor.PersonId };

    [Fact]
    public void A_physician_of_the_team_names_the_supervisor_of_an_assistant_and_replaces_them()
    {
        var given = Given.ActivePlan().Joins(Assistant);
        var outcome = given.When(UseCase, Under(Given.Therapist), Given.Lead);
        outcome.Then(new PlanEvent { SupervisorAssigned = new() { PersonId = Assistant.PersonId, SupervisorPersonId = Given.Therapist.PersonId } });
        Assert.Equal(Given.Therapist, outcome.After.SupervisorOf(Assistant.PersonId));
        var supervised = Given.ActivePlan().Joins(Assistant, Given.Therapist);
        supervised.When(UseCase, Under(Given.Therapist), Given.Lead).ThenNothing();
        Assert.Equal(Given.OtherTherapist, supervised.When(UseCase, Under(Given.OtherTherapist), Given.Lead).After.SupervisorOf(Assistant.PersonId));
        given.When(UseCase, Under(Given.Therapist), Given.Therapist).ThenForbidden("MAY_NOT_MANAGE_TEAM");
    }

    [Fact]
    public void The_supervisor_is_a_therapist_of_the_same_discipline_on_the_team()
    {
        var given = Given.ActivePlan().Joins(Assistant).Joins(OccupationalTherapist);
        foreach (var unfit in new[] { OccupationalTherapist, Given.Lead, Given.Psychologist, Assistant, Given.Stranger }) given.When(UseCase, Under(unfit), Given.Lead).ThenRefused("team.supervisor-fits");
        given.Leaves(Given.Therapist).When(UseCase, Under(Given.Therapist), Given.Lead).ThenRefused("team.supervisor-fits");
    }

    [Fact]
    public void Only_an_assistant_of_the_team_has_a_supervisor()
    {
        var request = Under(Given.Therapist);
        Given.ActivePlan().When(UseCase, request, Given.Lead).ThenNotFound();
        request.PersonId = Given.Psychologist.PersonId;
        Given.ActivePlan().When(UseCase, request, Given.Lead).ThenRefused("team.assistant-supervised");
    }

    [Fact]
    public void The_leads_task_to_name_one_is_done_with_it()
    {
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist);
        foreach (var e in given.When(new EndMembership(RuleTable.Shipped), new() { RequestId = Given.RequestId, PersonId = Given.Therapist.PersonId, Reason = "Moved." }, Given.Lead).Events) given.Event(e);
        Assert.Equal(TaskStatus.Requested, given.Plan.Tasks.Single().Status);
        var after = given.When(UseCase, Under(Given.OtherTherapist), Given.Lead).After;
        Assert.Equal(TaskStatus.Completed, after.Tasks.Single().Status);
        Assert.Equal("", after.CurrentMember(Assistant.PersonId)!.SupervisionTaskId);
    }

    [Fact]
    public void Notes_that_wait_for_a_co_signature_wait_for_the_new_supervisor_also_when_their_author_has_left_and_the_plan_has_ended()
    {
        var given = Given.ActivePlan().Joins(Assistant, Given.Therapist).AssistantsNote();
        Assert.Equal(Given.OtherTherapist, given.When(UseCase, Under(Given.OtherTherapist), Given.Lead).After.Notes.Single().CosignatureDemand.Supervisor);
        given.Leaves(Assistant).Event(new() { PlanCompleted = new() { Summary = "Back at work." } });
        Assert.Equal(Given.OtherTherapist, given.When(UseCase, Under(Given.OtherTherapist), Given.Lead).After.Notes.Single().CosignatureDemand.Supervisor);
        given.Cosigned(Given.Therapist).When(UseCase, Under(Given.OtherTherapist), Given.Lead).ThenNotFound();
    }

    [Fact]
    public void Two_namings_of_one_assistants_supervisor_do_not_pass_over_each_other()
    {
        var other = new PlanEvent { SupervisorAssigned = new() { PersonId = Assistant.PersonId, SupervisorPersonId = Given.OtherTherapist.PersonId } };
        Assert.True(UseCase.MustSee(Under(Given.Therapist), other));
        other.SupervisorAssigned.PersonId = "another";
        Assert.False(UseCase.MustSee(Under(Given.Therapist), other));
    }

    [Fact]
    public void It_needs_both_persons() =>
        Assert.Equal(["person_id", "supervisor_person_id"], Fields.Violated(UseCase, new AssignSupervisorRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
