using CareTeam.Server.Team;
using static CareTeam.Rules.Tests.Team.GivenTeam;

namespace CareTeam.Rules.Tests.Team;

public sealed class AcceptHandoverTests
{
    private static readonly AcceptHandoverRequest Accept = new() { PlanId = Given.PlanId, RequestId = Given.RequestId, HandoverId = HandoverId };

    private static Given Proposed() => Given.ActivePlan().Joins(OtherPhysician).Task(Given.Lead).HandoverTo(OtherPhysician);

    [Fact]
    public void Who_was_asked_leads_from_then_on_and_the_old_lead_is_a_member_with_the_tasks_they_had()
    {
        var outcome = Proposed().When(new AcceptHandover(), Accept, OtherPhysician);
        outcome.Then(new PlanEvent { HandoverAccepted = new() { HandoverId = HandoverId, Lead = OtherPhysician } });
        Assert.Equal((OtherPhysician, null), (outcome.After.Lead, outcome.After.PendingHandover));
        Assert.True(outcome.After.HasMember(Given.Lead.PersonId));
        Assert.Equal(Given.Lead, outcome.After.Tasks.Single().Assignee);
    }

    [Fact]
    public void What_only_the_lead_may_changes_hands_at_once()
    {
        var given = Proposed().Event(new() { HandoverAccepted = new() { HandoverId = HandoverId, Lead = OtherPhysician } });
        given.When(new HoldPlan(), new() { Reason = "Flu." }, Given.Lead).ThenForbidden("NOT_THE_LEAD");
        Assert.Single(given.When(new HoldPlan(), new() { Reason = "Flu." }, OtherPhysician).Events);
    }

    [Fact]
    public void Nobody_else_accepts_it()
    {
        Proposed().When(new AcceptHandover(), Accept, Given.Lead).ThenForbidden("NOT_WHO_WAS_ASKED");
        Proposed().When(new AcceptHandover(), Accept, Given.Therapist).ThenForbidden("MAY_NOT_LEAD");
    }

    [Fact]
    public void Without_an_id_the_one_that_is_pending_is_meant_and_with_another_ones_it_is_not()
    {
        Assert.Single(Proposed().When(new AcceptHandover(), new(), OtherPhysician).Events);
        Proposed().When(new AcceptHandover(), new() { HandoverId = Given.FlagId }, OtherPhysician).ThenRefused("handover.pending");
    }

    [Fact]
    public void What_was_withdrawn_is_not_accepted_and_what_was_accepted_is_already_so()
    {
        Proposed().Event(new() { HandoverWithdrawn = new() { HandoverId = HandoverId } }).When(new AcceptHandover(), Accept, OtherPhysician).ThenRefused("handover.pending");
        Proposed().Event(new() { HandoverAccepted = new() { HandoverId = HandoverId, Lead = OtherPhysician } }).When(new AcceptHandover(), Accept, OtherPhysician).ThenNothing();
    }

    [Fact]
    public void With_the_plans_end_it_comes_to_nothing()
    {
        var withdrawn = new PlanEvent { HandoverWithdrawn = new() { HandoverId = HandoverId, Reason = "The plan ended." } };
        var given = Given.ActivePlan().Joins(OtherPhysician).HandoverTo(OtherPhysician);
        given.When(new CompletePlan(RuleTable.Shipped), new() { Summary = "Back at work." }, Given.Lead).Then(withdrawn, new PlanEvent { PlanCompleted = new() { Summary = "Back at work." } });
        given.When(new RevokePlan(RuleTable.Shipped), new() { Reason = "Moved away." }, Given.Lead).Then(withdrawn, new PlanEvent { PlanRevoked = new() { Reason = "Moved away." } });
    }
}
