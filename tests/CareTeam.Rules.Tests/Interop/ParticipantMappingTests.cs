using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

public sealed class ParticipantMappingTests
{
    private const string Kim = "{'resourceType':'Practitioner','id':'kim','name':[{'family':'Kim','given':['Jo']}]}";

    private static GivenBundle Team(string participants, params string[] others) => TeamOf(participants, "", others);

    private static GivenBundle TeamOf(string participants, string plan, params string[] others) => Of(
        [Ana, Plan($"'careTeam':[{{'reference':'CareTeam/t'}}]{(plan.Length > 0 ? "," + plan : "")}"), $"{{'resourceType':'CareTeam','id':'t','status':'active','participant':[{participants}]}}", .. others]);

    private static Member Other(GivenBundle bundle) => Assert.Single(bundle.ThenPlan().Members, m => m.Person.PersonId != Given.Lead.PersonId);

    [Theory]
    [InlineData("{'coding':[{'system':'http://snomed.info/sct','code':'36682004'}]}", Role.PhysicalTherapist)]
    [InlineData("{'coding':[{'system':'http://nucc.org/provider-taxonomy','code':'208100000X'}]}", Role.Physiatrist)]
    [InlineData("{'coding':[{'system':'local','code':'OT','display':'Occupational Therapist'}]}", Role.OccupationalTherapist)]
    [InlineData("{'text':'Physical-Therapist Assistant'}", Role.PhysicalTherapistAssistant)]
    [InlineData("{'text':'Registered nurse'}", Role.Nurse)]
    [InlineData("{'text':'Clinical psychologist'}", Role.Psychologist)]
    public void A_participant_is_a_member_in_the_role(string role, Role expected)
    {
        var bundle = Team($"{{'role':[{role}],'member':{{'reference':'Practitioner/kim'}}}}", Kim);
        Assert.Equal(new Person { PersonId = "Practitioner/kim", Name = "Jo Kim", Role = expected }, Other(bundle).Person);
        Assert.Empty(bundle.LeftOut());
    }

    [Fact]
    public void A_role_without_a_name_here_is_another_clinicians_and_is_listed()
    {
        var bundle = Team("{'role':[{'text':'Acupuncturist'}],'member':{'reference':'Practitioner/kim'}}", Kim);
        Assert.Equal(Role.OtherClinician, Other(bundle).Person.Role);
        Assert.Equal(["CareTeam/t CareTeam.participant.role"], bundle.LeftOut());
    }

    [Theory]
    [InlineData("{'resourceType':'PractitionerRole','id':'x','practitioner':{'reference':'Practitioner/kim'},'code':[{'text':'Dietitian'}]}", "Practitioner/kim", "Jo Kim", Role.Dietitian)]
    [InlineData("{'resourceType':'PractitionerRole','id':'x','practitioner':{'reference':'Practitioner/lee','display':'Lee'},'specialty':[{'text':'Physical therapy'}]}", "Practitioner/lee", "Lee", Role.PhysicalTherapist)]
    [InlineData("{'resourceType':'RelatedPerson','id':'x','patient':{'reference':'Patient/ana'},'name':[{'text':'Bo'}]}", "RelatedPerson/x", "Bo", Role.Caregiver)]
    public void A_member_may_be_named_by_a_role_or_be_a_relative(string resource, string id, string name, Role role)
    {
        var type = resource.Contains("'PractitionerRole'", StringComparison.Ordinal) ? "PractitionerRole" : "RelatedPerson";
        Assert.Equal(new Person { PersonId = id, Name = name, Role = role }, Other(Team($"{{'member':{{'reference':'{type}/x'}}}}", Kim, resource)).Person);
    }

    [Fact]
    public void The_patient_is_a_member_as_patient() =>
        Assert.Equal(new Person { PersonId = "Patient/ana", Name = "Ana Example", Role = Role.Patient }, Other(Team("{'member':{'reference':'Patient/ana'}}")).Person);

    [Fact]
    public void That_a_relative_is_a_nurse_by_profession_is_listed()
    {
        var bundle = Team("{'role':[{'text':'Nurse'}],'member':{'reference':'RelatedPerson/bo'}}", "{'resourceType':'RelatedPerson','id':'bo','patient':{'reference':'Patient/ana'},'name':[{'text':'Bo'}]}");
        Assert.Equal(Role.Caregiver, Other(bundle).Person.Role);
        Assert.Contains("CareTeam/t CareTeam.participant.role", bundle.LeftOut());
    }

    [Theory]
    [InlineData("{'reference':'Practitioner/lee','display':'Lee'}", "Practitioner/lee", Role.OtherClinician)]
    [InlineData("{'reference':'RelatedPerson/lee','display':'Lee'}", "RelatedPerson/lee", Role.Caregiver)]
    public void A_member_who_is_not_in_the_bundle_is_named_by_the_reference(string member, string id, Role role) =>
        Assert.Equal(new Person { PersonId = id, Name = "Lee", Role = role }, Other(Team($"{{'member':{member}}}")).Person);

    [Theory]
    [InlineData("{'reference':'Organization/o'}", "people")]
    [InlineData("{'reference':'Organization/else','display':'Clinic'}", "people")]
    [InlineData("{'reference':'Practitioner/nobody'}", "no name")]
    [InlineData("{'reference':'Patient/bo'}", "another patient")]
    [InlineData("{'reference':'CareTeam/nobody','display':'Team'}", "people")]
    public void What_is_no_person_of_the_team_is_listed(string member, string reason)
    {
        var bundle = Team($"{{'member':{member}}}", "{'resourceType':'Organization','id':'o','name':'Clinic'}", Ana.Replace("'ana'", "'bo'"));
        Assert.Single(bundle.ThenPlan().Members);
        Assert.Contains(reason, bundle.ReasonFor("CareTeam/t", "CareTeam.participant[0].member"));
    }

    [Fact]
    public void A_team_within_a_team_is_taken_too_even_when_they_contain_each_other()
    {
        var bundle = Team("{'member':{'reference':'CareTeam/u'}}", Kim, "{'resourceType':'CareTeam','id':'u','participant':[{'member':{'reference':'Practitioner/kim'}},{'member':{'reference':'CareTeam/t'}}]}");
        Assert.Equal("Jo Kim", Other(bundle).Person.Name);
        Assert.Empty(bundle.LeftOut());
    }

    [Theory]
    [InlineData("'status':'entered-in-error'")]
    [InlineData("'subject':{'reference':'Patient/bo'}")]
    public void A_team_that_is_not_the_plans_is_left_out(string elements)
    {
        var bundle = Of(Ana, Kim, Plan("'careTeam':[{'reference':'CareTeam/t'}]"), $"{{'resourceType':'CareTeam','id':'t',{elements},'participant':[{{'member':{{'reference':'Practitioner/kim'}}}}]}}");
        Assert.Single(bundle.ThenPlan().Members);
        Assert.Subset(bundle.LeftOut().ToHashSet(), new HashSet<string> { "CareTeam/t", "Practitioner/kim", "CarePlan/p CarePlan.careTeam[0]" });
    }

    [Fact]
    public void The_author_is_a_member_and_asks_for_the_work()
    {
        var plan = Of(Ana, Kim, Plan("'author':{'reference':'Practitioner/kim'},'activity':[{'detail':{'status':'not-started','code':{'text':'Walk'}}}]")).ThenPlan();
        Assert.Equal(["dr-lead", "Practitioner/kim"], plan.Members.Select(m => m.Person.PersonId));
        Assert.Equal("Practitioner/kim", plan.Tasks.Single().Requester.PersonId);
    }

    [Fact]
    public void The_lead_leads_and_is_not_added_again()
    {
        var plan = Team("{'role':[{'text':'Nurse'}],'member':{'reference':'Practitioner/kim'}}", Kim).LedBy(new() { PersonId = "Practitioner/kim", Name = "Dr. Kim", Role = Role.Physiatrist }).ThenPlan();
        Assert.Equal(plan.Lead, Assert.Single(plan.Members).Person);
        Assert.Equal("Dr. Kim", plan.Lead.Name);
    }

    [Fact]
    public void A_membership_that_has_ended_is_an_ended_one()
    {
        var member = Other(Team("{'member':{'reference':'Practitioner/kim'},'period':{'start':'2026-01-10','end':'2026-02-01'}}", Kim));
        Assert.Equal((new DateTime(2026, 1, 10), new DateTime(2026, 2, 2).AddTicks(-1)), (member.Since.ToDateTime(), member.Until.ToDateTime()));
    }

    [Fact]
    public void Who_takes_part_twice_is_one_member_and_the_other_role_is_listed()
    {
        var bundle = Team("{'role':[{'text':'Nurse'}],'member':{'reference':'Practitioner/kim'}},{'role':[{'text':'Case manager'}],'member':{'reference':'Practitioner/kim'}}", Kim);
        Assert.Equal(Role.Nurse, Other(bundle).Person.Role);
        Assert.Contains("CareTeam/t CareTeam.participant[1].role", bundle.LeftOut());
    }

    [Fact]
    public void A_performer_of_the_team_has_the_task_and_others_are_listed()
    {
        const string walk = "'activity':[{'detail':{'status':'scheduled','code':{'text':'Walk'},'performer':[{'reference':'Practitioner/other'},{'reference':'PractitionerRole/x'},{'reference':'CareTeam/t'}]}}]";
        var bundle = TeamOf("{'member':{'reference':'Practitioner/kim'}}", walk, Kim, "{'resourceType':'PractitionerRole','id':'x','practitioner':{'reference':'Practitioner/kim'}}");
        Assert.Equal("Practitioner/kim", bundle.ThenPlan().Tasks.Single().Assignee.PersonId);
        Assert.Contains("CarePlan/p CarePlan.activity[0].detail.performer[0]", bundle.LeftOut());
    }

    [Fact]
    public void Who_has_left_the_team_has_no_task()
    {
        const string walk = "'activity':[{'detail':{'status':'scheduled','code':{'text':'Walk'},'performer':[{'reference':'Practitioner/kim'}]}}]";
        Assert.Null(TeamOf("{'member':{'reference':'Practitioner/kim'},'period':{'end':'2026-02-01'}}", walk, Kim).ThenPlan().Tasks.Single().Assignee);
    }
}
