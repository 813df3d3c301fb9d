using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class ProposeHandoverTests
{
    private static readonly ProposeHandover UseCase = new(ScopeOfPractice.Shipped);

    private static ProposeHandoverRequest To(Person person) =>
        new() { PlanId = Given.PlanId, RequestId = Given.RequestId, HandoverId = HandoverId, PersonId = person.PersonId, Reason = "Parental leave." };

    [Fact]
    public void The_lead_asks_a_physician_who_may_lead_and_goes_on_leading()
    {
        var outcome = Given.ActivePlan().Joins(OtherPhysician).When(UseCase, To(OtherPhysician), Given.Lead, Given.Tomorrow);
        outcome.Then(new PlanEvent { HandoverProposed = new() { HandoverId = HandoverId, ProposedTo = OtherPhysician, Reason = "Parental leave." } });
        Assert.Equal(Given.Lead, outcome.After.Lead);
        Assert.Equal(new Handover { HandoverId = HandoverId, ProposedBy = Given.Lead, ProposedTo = OtherPhysician, Reason = "Parental leave.", ProposedAt = Given.Tomorrow }, outcome.After.PendingHandover);
    }

    [Fact]
    public void Nobody_but_the_lead_proposes_it() => Given.ActivePlan().Joins(OtherPhysician).When(UseCase, To(OtherPhysician), OtherPhysician).ThenForbidden("NOT_THE_LEAD");

    [Fact]
    public void A_plan_is_handed_over_to_another_member_who_may_lead()
    {
        var surgeon = new Person { PersonId = "surgeon", Name = "S", Role = Role.SpineSurgeon };
        foreach (var unfit in new[] { Given.Stranger, Given.Therapist, surgeon, Given.Lead })
            Given.ActivePlan().Joins(surgeon).When(UseCase, To(unfit), Given.Lead).ThenRefused("handover.successor-may-lead");
        Given.ActivePlan().Joins(OtherPhysician).Leaves(OtherPhysician).When(UseCase, To(OtherPhysician), Given.Lead).ThenRefused("handover.successor-may-lead");
    }

    [Fact]
    public void One_is_pending_at_a_time() => Given.ActivePlan().Joins(OtherPhysician).HandoverTo(OtherPhysician).When(UseCase, To(OtherPhysician), Given.Lead).ThenRefused("handover.one-at-a-time");

    [Fact]
    public void A_plan_that_has_ended_is_not_handed_over() => Given.PlanAt(PlanStatus.Completed).When(UseCase, To(OtherPhysician), Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_a_person_and_a_reason() =>
        Assert.Equal(["person_id", "reason"], Fields.Violated(UseCase, new ProposeHandoverRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
