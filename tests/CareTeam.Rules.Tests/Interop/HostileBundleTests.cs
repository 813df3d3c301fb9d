using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>Bundles that would cost the server its stack or its memory are refused, or cut, before they do.</summary>
public sealed class HostileBundleTests
{
    [Theory]
    [InlineData("PractitionerRole/x")]
    [InlineData("PractitionerRole/y")]
    [InlineData("Patient/ana")]
    public void A_role_of_anything_but_a_practitioner_is_broken(string practitioner)
    {
        var bundle = Of(Ana, Plan("'author':{'reference':'PractitionerRole/x'},'activity':[{'detail':{'status':'scheduled','code':{'text':'Walk'},'performer':[{'reference':'PractitionerRole/x'}]}}]"),
            $"{{'resourceType':'PractitionerRole','id':'x','practitioner':{{'reference':'{practitioner}'}}}}",
            "{'resourceType':'PractitionerRole','id':'y','practitioner':{'reference':'PractitionerRole/x'}}");
        Assert.Contains("bundle_json: Bundle.entry[2].resource.practitioner", bundle.Broken());
    }

    [Fact]
    public void Teams_within_teams_are_followed_for_ten_steps()
    {
        var teams = Enumerable.Range(0, 5_000).Select(i => $"{{'resourceType':'CareTeam','id':'t{i}','participant':[{{'member':{{'reference':'CareTeam/t{i + 1}'}}}},{{'member':{{'reference':'Practitioner/p{i}','display':'P'}}}}]}}");
        var bundle = Of([Ana, Plan("'careTeam':[{'reference':'CareTeam/t0'}]"), .. teams]);
        Assert.Equal(1 + 10, bundle.ThenPlan().Members.Count);
        Assert.Contains("more than 10", bundle.ReasonFor("CareTeam/t9", "CareTeam.participant[0].member"));
    }

    [Fact]
    public void More_than_20_000_events_are_refused() => IsToBeSentInParts(
        Of(Ana, Plan($"'activity':[{string.Join(',', Enumerable.Repeat("{'detail':{'status':'scheduled','code':{'text':'Walk'}}}", 20_000))}]")));

    [Fact]
    public void More_than_2_000_plans_are_refused() => IsToBeSentInParts(
        Of([Ana, .. Enumerable.Range(0, 2_001).Select(i => Plan().Replace("'id':'p'", $"'id':'p{i}'"))]));

    private static void IsToBeSentInParts(GivenBundle bundle) => Assert.Contains("send it in parts", Assert.Single(bundle.Read().Violations).Description);
}
