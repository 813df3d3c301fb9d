using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>Each way in which one resource of a bundle may name another.</summary>
public sealed class ReferenceTests
{
    private const string Goal = "{'resourceType':'Goal','id':'g','lifecycleStatus':'active','description':{'text':'Lift'},'subject':{'reference':'Patient/ana'}}";

    [Theory]
    [InlineData("http://here/fhir/Goal/g", "http://here/fhir/CarePlan/p", "Goal/g")]
    [InlineData("http://here/fhir/Goal/g", "http://here/fhir/CarePlan/p", "http://here/fhir/Goal/g")]
    [InlineData("http://here/fhir/Goal/g", "http://here/fhir/CarePlan/p", "Goal/g/_history/2")]
    [InlineData("http://here/fhir/Goal/g", "http://here/fhir/CarePlan/p", "http://here/fhir/Goal/g/_history/2")]
    [InlineData("urn:uuid:0190c0de-0000-7000-8000-00000000000a", "urn:uuid:0190c0de-0000-7000-8000-00000000000b", "urn:uuid:0190C0DE-0000-7000-8000-00000000000A")]
    [InlineData("urn:uuid:0190c0de-0000-7000-8000-00000000000a", "urn:uuid:0190c0de-0000-7000-8000-00000000000b", "Goal/g")]
    [InlineData("urn:oid:1.2.3", "urn:oid:1.2.4", "urn:oid:1.2.3")]
    [InlineData("", "", "Goal/g")]
    [InlineData("", "", "http://anywhere/fhir/Goal/g")]
    [InlineData("", "", "Goal?identifier=urn:goals|7")]
    public void A_goal_is_found(string goalUrl, string planUrl, string reference)
    {
        var plan = Entries(
            Entry(goalUrl, Goal.Replace("'id':'g'", "'id':'g','identifier':[{'system':'urn:goals','value':'7'}]")),
            Entry(planUrl, Plan($"'goal':[{{'reference':'{reference}'}}]"))).ThenPlan();
        Assert.Equal("Lift", Assert.Single(plan.Goals).Description);
    }

    [Theory]
    [InlineData("http://there/fhir/Goal/g")]
    [InlineData("urn:uuid:0190c0de-0000-7000-8000-00000000000f")]
    [InlineData("Goal/other")]
    [InlineData("Goal?identifier=urn:goals|8")]
    public void What_is_not_in_the_bundle_is_left_out_with_a_line(string reference)
    {
        var bundle = Entries(Entry("http://here/fhir/Goal/g", Goal), Entry("http://here/fhir/CarePlan/p", Plan($"'goal':[{{'reference':'{reference}'}}]")));
        Assert.Empty(bundle.ThenPlan().Goals);
        Assert.Equal("refers to something that is not in the bundle", bundle.ReasonFor("http://here/fhir/CarePlan/p", "CarePlan.goal[0]"));
        Assert.Contains("http://here/fhir/Goal/g", bundle.LeftOut());
    }

    [Fact]
    public void Of_two_servers_resources_with_one_id_the_plans_own_counts()
    {
        var plan = Entries(
            Entry("http://there/Goal/g", Goal.Replace("Lift", "Walk")),
            Entry("http://here/Goal/g", Goal),
            Entry("http://here/CarePlan/p", Plan("'goal':[{'reference':'Goal/g'}]"))).ThenPlan();
        Assert.Equal("Lift", Assert.Single(plan.Goals).Description);
    }

    [Fact]
    public void Contained_resources_are_carried_over_and_those_that_nobody_needs_are_listed()
    {
        var bundle = Of(Plan($"'contained':[{Ana},{Goal.Replace("Patient/ana", "#ana")},{Goal.Replace("'g'", "'h'").Replace("Patient/ana", "#ana")}],'goal':[{{'reference':'#g'}}]")
            .Replace("Patient/ana", "#ana"));
        Assert.Equal(($"{bundle.Mapped().Plans[0].PlanId}#ana", "Ana Example"), (bundle.ThenPlan().Patient.Reference, bundle.ThenPlan().Patient.Name));
        Assert.Equal("Lift", Assert.Single(bundle.ThenPlan().Goals).Description);
        Assert.Equal(["CarePlan/p#h"], bundle.LeftOut());
    }

    private static string Entry(string fullUrl, string resource) => fullUrl.Length == 0 ? $"{{'resource':{resource}}}" : $"{{'fullUrl':'{fullUrl}','resource':{resource}}}";
}
