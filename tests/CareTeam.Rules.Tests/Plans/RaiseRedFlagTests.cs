namespace CareTeam.Rules.Tests.Plans;

public sealed class RaiseRedFlagTests
{
    private static readonly RaiseRedFlagRequest Raise = new() { RequestId = Given.RequestId, RedFlagId = Given.FlagId, Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." };

    [Fact]
    public void The_patient_may_raise_one() => Assert.Equal(Given.FlagId, Given.ActivePlan().When(new RaiseRedFlag(), Raise, Given.Patient).After.RedFlags.Single().RedFlagId);

    [Fact]
    public void It_is_open_and_says_who_raised_it_and_when()
    {
        var flag = Given.ActivePlan().When(new RaiseRedFlag(), Raise, Given.Patient, Given.Tomorrow).After.RedFlags.Single();
        Assert.Equal((RedFlagKind.CaudaEquina, "Numb saddle."), (flag.Kind, flag.Finding));
        Assert.Equal((Given.Patient, Given.Tomorrow, null), (flag.RaisedBy, flag.RaisedAt, flag.ResolvedBy));
    }

    [Fact]
    public void Who_is_not_on_the_team_raises_none() => Given.ActivePlan().When(new RaiseRedFlag(), Raise, Given.Stranger).ThenForbidden("NOT_ON_THE_TEAM");

    [Fact]
    public void An_id_is_used_once() => Given.ActivePlan().RedFlag().When(new RaiseRedFlag(), Raise, Given.Therapist).ThenRefused("id.unused");

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.PlanAt(PlanStatus.Completed).When(new RaiseRedFlag(), Raise, Given.Patient).ThenRefused("plan.not-ended");

    [Fact]
    public void It_needs_its_kind_and_what_was_found() =>
        Assert.Equal(["kind", "finding"], Fields.Violated(new RaiseRedFlag(), new RaiseRedFlagRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
