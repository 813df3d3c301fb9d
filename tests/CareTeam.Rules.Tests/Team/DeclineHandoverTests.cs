using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class DeclineHandoverTests
{
    private static readonly DeclineHandoverRequest Decline = new() { PlanId = Given.PlanId, RequestId = Given.RequestId, Reason = "My list is full." };

    private static Given Proposed() => Given.ActivePlan().Joins(OtherPhysician).HandoverTo(OtherPhysician);

    [Fact]
    public void Who_was_asked_declines_and_the_lead_takes_it_back()
    {
        var declined = Proposed().When(new DeclineHandover(), Decline, OtherPhysician);
        declined.Then(new PlanEvent { HandoverDeclined = new() { HandoverId = HandoverId, Reason = "My list is full." } });
        var withdrawn = Proposed().When(new DeclineHandover(), Decline, Given.Lead);
        withdrawn.Then(new PlanEvent { HandoverWithdrawn = new() { HandoverId = HandoverId, Reason = "My list is full." } });
        Assert.All([declined.After, withdrawn.After], plan => Assert.Equal((Given.Lead, null), (plan.Lead, plan.PendingHandover)));
    }

    [Fact]
    public void Nobody_else_does()
    {
        var third = new Person { PersonId = "dr-third", Name = "T", Role = Role.Physiatrist };
        Proposed().Joins(third).When(new DeclineHandover(), Decline, third).ThenForbidden("NOT_LEAD_OR_WHO_WAS_ASKED");
        Proposed().When(new DeclineHandover(), Decline, Given.Therapist).ThenForbidden("MAY_NOT_LEAD");
    }

    [Fact]
    public void What_does_not_wait_for_an_answer_is_not_declined() => Given.ActivePlan().When(new DeclineHandover(), Decline, Given.Lead).ThenRefused("handover.pending");

    [Fact]
    public void It_needs_a_reason() => Assert.Equal(["reason"], Fields.Violated(new DeclineHandover(), new DeclineHandoverRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
