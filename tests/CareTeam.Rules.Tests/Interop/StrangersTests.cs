using CareTeam.Server.Interop;
using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>Neither another patient's data nor people who do not belong get into a plan.</summary>
public sealed class StrangersTests
{
    private const string Kim = "{'resourceType':'Practitioner','id':'kim','name':[{'text':'Jo Kim'}]}";

    private static GivenBundle Team(string elements, string plan = "", params string[] others) => Of(
        [Ana, Kim, Plan($"'careTeam':[{{'reference':'CareTeam/t'}}]{plan}"), $"{{'resourceType':'CareTeam','id':'t',{elements}}}", .. others]);

    private static string Goal(string subject) => $"{{'resourceType':'Goal','id':'g','lifecycleStatus':'active','description':{{'text':'Lift'}},'subject':{subject}}}";

    [Theory]
    [InlineData("{'identifier':{'system':'s','value':'1'}}", "{'identifier':{'system':'s','value':'1'}}", true)]
    [InlineData("{'identifier':{'system':'s','value':'1'}}", "{'identifier':{'system':'s','value':'2'}}", false)]
    [InlineData("{'identifier':{'system':'s','value':'1'}}", "{'display':'Ana'}", false)]
    [InlineData("{'reference':'Patient/x'}", "{'reference':'Patient/x'}", true)]
    [InlineData("{'reference':'Patient/x'}", "{'reference':'Patient/y'}", false)]
    public void A_patient_who_is_not_in_the_bundle_is_the_same_by_reference_or_identifier(string plan, string goal, bool same) =>
        Assert.Equal(same ? 1 : 0, Of(Plan("'goal':[{'reference':'Goal/g'}]").Replace("{'reference':'Patient/ana'}", plan), Goal(goal)).ThenPlan().Goals.Count);

    [Fact]
    public void A_relative_reference_does_not_reach_another_server()
    {
        var bundle = Entries($"{{'fullUrl':'http://there/Goal/g','resource':{Goal("{'reference':'http://here/Patient/ana'}")}}}",
            $"{{'fullUrl':'http://here/CarePlan/p','resource':{Plan("'goal':[{'reference':'Goal/g'}]")}}}");
        Assert.Empty(bundle.ThenPlan().Goals);
    }

    [Theory]
    [InlineData("'participant':[{'member':{'reference':'Patient/else','display':'Bo'}}]")]
    [InlineData("'participant':[{'member':{'reference':'RelatedPerson/r'}}]")]
    [InlineData("'status':'inactive','participant':[{'member':{'reference':'Practitioner/kim'}}]")]
    [InlineData("'status':'proposed','participant':[{'member':{'reference':'Practitioner/kim'}}]")]
    [InlineData("'period':{'end':'2026-02-01'},'participant':[{'member':{'reference':'Practitioner/kim'}}]")]
    [InlineData("'participant':[{'member':{'reference':'Practitioner/kim'},'period':{'start':'2026-05-01'}}]")]
    public void Who_does_not_belong_is_no_member(string team)
    {
        var bundle = Team(team, "", "{'resourceType':'RelatedPerson','id':'r','patient':{'reference':'Patient/bo'},'name':[{'text':'Cy'}]}");
        Assert.Equal(Given.Lead.PersonId, Assert.Single(bundle.ThenPlan().Members).Person.PersonId);
        Assert.Contains(bundle.LeftOut(), l => l.StartsWith("CareTeam/t", StringComparison.Ordinal));
    }

    [Fact]
    public void An_author_who_has_left_has_left()
    {
        var plan = Team("'participant':[{'member':{'reference':'Practitioner/kim'},'period':{'end':'2026-02-01'}}]", ",'author':{'reference':'Practitioner/kim'}").ThenPlan();
        Assert.NotNull(plan.Members.Single(m => m.Person.PersonId == "Practitioner/kim").Until);
    }

    [Fact]
    public void Contained_patients_with_one_id_are_two()
    {
        static MappedPlan Of(string name) => GivenBundle.Of(Plan($"'contained':[{Ana.Replace("Ana", name)}]").Replace("Patient/ana", "#ana")).Mapped().Plans.Single();
        var (ana, bo) = (Of("Ana"), Of("Bo"));
        Assert.NotEqual(ana.PlanId, bo.PlanId);
        Assert.NotEqual(GivenBundle.Plan(ana).Patient.Reference, GivenBundle.Plan(bo).Patient.Reference);
    }

    [Fact]
    public void Contained_people_are_not_named_by_their_place()
    {
        var plan = GivenBundle.Of(Plan($"'contained':[{Kim}],'author':{{'reference':'#kim'}}").Replace("'id':'p',", "")).Mapped().Plans.Single();
        Assert.Equal($"{plan.PlanId}#kim", GivenBundle.Plan(plan).Members[1].Person.PersonId);
    }

    [Fact]
    public void A_practitioner_who_stayed_elsewhere_is_one_person_in_a_role_and_without()
    {
        const string walk = ",'activity':[{'detail':{'status':'scheduled','code':{'text':'Walk'},'performer':[{'reference':'PractitionerRole/x'}]}}]";
        var plan = Team("'participant':[{'member':{'reference':'PractitionerRole/x'}},{'member':{'reference':'Practitioner/lee','display':'Lee'}}]", walk,
            "{'resourceType':'PractitionerRole','id':'x','practitioner':{'reference':'Practitioner/lee','display':'Lee'}}").ThenPlan();
        Assert.Equal(2, plan.Members.Count);
        Assert.Equal("Practitioner/lee", plan.Tasks[0].Assignee.PersonId);
    }

    [Theory]
    [InlineData("Pain management nurse", Role.Nurse)]
    [InlineData("Medical assistant, family medicine", Role.OtherClinician)]
    [InlineData("Primary care social worker", Role.SocialWorker)]
    [InlineData("Patient navigator", Role.OtherClinician)]
    [InlineData("Inpatient services", Role.OtherClinician)]
    [InlineData("General practitioner", Role.PrimaryCarePhysician)]
    public void A_clinician_is_what_the_whole_words_say_and_the_humbler_of_two(string text, Role expected) =>
        Assert.Equal(expected, Team($"'participant':[{{'role':[{{'text':'{text}'}}],'member':{{'reference':'Practitioner/kim'}}}}]").ThenPlan().Members[1].Person.Role);
}
