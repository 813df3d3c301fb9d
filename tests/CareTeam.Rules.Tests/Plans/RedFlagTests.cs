namespace CareTeam.Rules.Tests.Plans;

public sealed class RedFlagTests
{
    private static readonly RaiseRedFlagRequest Raise = new() { RequestId = Given.RequestId, RedFlagId = Given.FlagId, Kind = RedFlagKind.CaudaEquina, Finding = "Numb saddle." };
    private static readonly ResolveRedFlagRequest Resolve = new() { RedFlagId = Given.FlagId, Resolution = "MRI normal." };

    [Fact]
    public void The_patient_may_raise_one() => Assert.Equal(Given.FlagId, Given.ActivePlan().When(new RaiseRedFlag(), Raise, Given.Patient).After.RedFlags.Single().RedFlagId);

    [Fact]
    public void Only_a_physician_of_the_team_resolves_it()
    {
        var given = Given.ActivePlan().Event(new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.CaudaEquina, Finding = "f" } });
        given.When(new ResolveRedFlag(), Resolve, Given.Therapist).ThenForbidden("NOT_A_PHYSICIAN_OF_THE_TEAM");
        var flag = given.When(new ResolveRedFlag(), Resolve, Given.Lead).After.RedFlags.Single();
        Assert.Equal((Given.Lead, "MRI normal."), (flag.ResolvedBy, flag.Resolution));
    }

    [Fact]
    public void A_resolution_is_never_changed()
    {
        var given = Given.ActivePlan().Event(new() { RedFlagRaised = new() { RedFlagId = Given.FlagId, Kind = RedFlagKind.Fracture, Finding = "f" } })
            .Event(new() { RedFlagResolved = new() { RedFlagId = Given.FlagId, Resolution = "r" } });
        given.When(new ResolveRedFlag(), Resolve, Given.Lead).ThenRefused("red-flag.open");
    }
}
