using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

public sealed class CarePlanMappingTests
{
    [Fact]
    public void A_plan_is_made_of_the_events_that_a_team_would_have_written()
    {
        var plan = Of(Ana, "{'resourceType':'Goal','id':'g','lifecycleStatus':'active','description':{'text':'Lift'},'subject':{'reference':'Patient/ana'}}",
            Plan("'goal':[{'reference':'Goal/g'}],'addresses':[{'display':'Sciatica'}],'author':{'display':'Dr A'},'activity':[{'detail':{'code':{'text':'Walk'},'status':'not-started'}}]"))
            .Mapped().Plans.Single();
        Assert.Equal(["PlanCreated", "MemberAdded", "DiagnosisAdded", "GoalAdded", "TaskAdded", "PlanActivated"], plan.Events.Select(e => e.ChangeCase.ToString()));
        Assert.All(plan.Events, e => Assert.Equal(new DateTime(2026, 1, 5), e.OccurredAt.ToDateTime()));
    }

    [Theory]
    [InlineData("draft", PlanStatus.Draft)]
    [InlineData("active", PlanStatus.Active)]
    [InlineData("on-hold", PlanStatus.OnHold)]
    [InlineData("completed", PlanStatus.Completed)]
    [InlineData("revoked", PlanStatus.Revoked)]
    [InlineData("unknown", PlanStatus.Draft)]
    public void Its_status_is_the_plans(string status, PlanStatus expected) => Assert.Equal(expected, Of(Ana, Plan().Replace("'active'", $"'{status}'")).ThenPlan().Status);

    [Fact]
    public void What_was_entered_in_error_makes_no_plan()
    {
        var bundle = Of(Ana, Plan().Replace("'active'", "'entered-in-error'"));
        Assert.Empty(bundle.Mapped().Plans);
        Assert.Equal("is entered-in-error", bundle.ReasonFor("CarePlan/p"));
        Assert.Contains("Patient/ana", bundle.LeftOut());
    }

    [Fact]
    public void A_period_gives_the_times_of_start_and_end()
    {
        var plan = Of(Ana, Plan().Replace("'active'", "'completed'").Replace("'2026-01-05'", "'2025-11-02T08:00:00-05:00','end':'2026-01-31'")).ThenPlan();
        Assert.Equal((new DateTime(2025, 11, 2, 13, 0, 0), new DateTime(2026, 2, 1).AddTicks(-1)), (plan.StartedAt.ToDateTime(), plan.EndedAt.ToDateTime()));
        Assert.Equal(plan.StartedAt, plan.CreatedAt);
    }

    [Theory]
    [InlineData("2025", 1)]
    [InlineData("2025-11", 11)]
    public void Of_a_year_or_a_month_its_first_day_counts_and_the_answer_says_so(string start, int month)
    {
        var bundle = Of(Ana, Plan().Replace("2026-01-05", start));
        Assert.Equal(new DateTime(2025, month, 1), bundle.ThenPlan().StartedAt.ToDateTime());
        Assert.StartsWith("is not a whole date", bundle.ReasonFor("CarePlan/p", "CarePlan.period.start"));
    }

    [Theory]
    [InlineData("'start':'2026-01-05','end':'2026-12-31'", "CarePlan.period.end")]
    [InlineData("'start':'2030-01-01'", "CarePlan.period.start")]
    [InlineData("'start':'0600'", "CarePlan.period.start")]
    public void Times_that_a_plan_cannot_have_are_left_out(string period, string element) =>
        Assert.Contains($"CarePlan/p {element}", Of(Ana, Plan().Replace("'start':'2026-01-05'", period)).LeftOut());

    [Theory]
    [InlineData("'title':'Back pain','category':[{'text':'Pain'}]", "Back pain")]
    [InlineData("'category':[{'coding':[{'code':'1'}]},{'text':'Pain'}]", "1")]
    [InlineData("'category':[{'coding':[{'system':'s','code':'1','display':'Pain care'}]}]", "Pain care")]
    [InlineData("'description':'Reduce pain'", "Reduce pain")]
    [InlineData("'title':'  '", "Care plan")]
    public void It_is_called_by_its_title_or_what_comes_nearest(string elements, string title) => Assert.Equal(title, Of(Ana, Plan(elements)).ThenPlan().Title);

    [Fact]
    public void A_title_too_long_is_cut_and_the_answer_says_so()
    {
        var bundle = Of(Ana, Plan($"'title':'{new string('x', 199)}😀'"));
        Assert.Equal(new string('x', 199), bundle.ThenPlan().Title);
        Assert.Contains("200 characters", bundle.ReasonFor("CarePlan/p", "CarePlan.title"));
    }

    [Fact]
    public void Every_coding_of_every_category_is_a_category()
    {
        var plan = Of(Ana, Plan("'category':[{'coding':[{'system':'a','code':'1','display':'One'},{'system':'b','code':'2'}],'text':'One'},{'text':'Three'}]"));
        Assert.Equal([new Coding { System = "a", Code = "1", Display = "One" }, new Coding { System = "b", Code = "2" }, new Coding { Display = "Three" }], plan.ThenPlan().Categories);
        Assert.DoesNotContain("CarePlan/p CarePlan.category.text", plan.LeftOut());
    }

    [Fact]
    public void Plans_of_different_patients_go_each_to_their_own()
    {
        var bundle = Of(Ana, Ana.Replace("ana", "bo").Replace("Ana", "Bo"), Plan(), Plan().Replace("'p'", "'q'").Replace("Patient/ana", "Patient/bo"));
        Assert.Equal(["Ana Example", "Bo Example"], bundle.Mapped().Plans.Select(p => GivenBundle.Plan(p).Patient.Name));
    }

    [Fact]
    public void A_patient_who_is_not_in_the_bundle_is_named_as_the_plan_does()
    {
        var plan = Of(Plan().Replace("'Patient/ana'", "'Patient/ana','display':'Ana E.'")).ThenPlan();
        Assert.Equal(new Patient { Reference = "Patient/ana", Name = "Ana E." }, plan.Patient);
    }

    [Fact]
    public void A_patient_whose_name_nobody_tells_has_none_and_the_answer_says_so()
    {
        var bundle = Of(Plan());
        Assert.Equal(new Patient { Reference = "Patient/ana" }, bundle.ThenPlan().Patient);
        Assert.Contains("no name", bundle.ReasonFor("CarePlan/p", "CarePlan.subject"));
    }

    [Theory]
    [InlineData("{'reference':'Group/1'}", "group")]
    [InlineData("{'display':'Somebody'}", "no record")]
    [InlineData("{'type':'Group','identifier':{'value':'1'}}", "group")]
    public void A_plan_for_nobody_in_particular_is_left_out(string subject, string reason)
    {
        var bundle = Of(Plan().Replace("{'reference':'Patient/ana'}", subject));
        Assert.Empty(bundle.Mapped().Plans);
        Assert.Contains(reason, bundle.ReasonFor("CarePlan/p"));
    }

    [Fact]
    public void A_patient_known_by_an_identifier_is_found_by_it()
    {
        var plan = Of(Ana.Replace("'id':'ana'", "'id':'ana','identifier':[{'system':'urn:mrn','value':'7'}]"), Plan().Replace("'reference':'Patient/ana'", "'identifier':{'system':'urn:mrn','value':'7'}"));
        Assert.Equal(("urn:mrn|7", "Ana Example"), (plan.ThenPlan().Patient.Reference, plan.ThenPlan().Patient.Name));
    }

    [Theory]
    [InlineData("[{'use':'maiden','family':'Old'},{'use':'official','text':'Ana X','family':'X','given':['Ana']}]", "Ana X")]
    [InlineData("[{'use':'nickname','given':['Annie']},{'use':'usual','prefix':['Dr.'],'given':['Ana','B.'],'family':'E','suffix':['PhD']}]", "Dr. Ana B. E PhD")]
    [InlineData("[{'use':'old','family':'Old'}]", "Old")]
    public void A_patient_has_the_name_in_use(string names, string expected) =>
        Assert.Equal(expected, Of(Ana.Replace("[{'family':'Example','given':['Ana']}]", names), Plan()).ThenPlan().Patient.Name);

    [Fact]
    public void What_carries_a_modifier_extension_is_not_touched()
    {
        var bundle = Of(Ana, Plan("'modifierExtension':[{'url':'http://x/not','valueBoolean':true}]"));
        Assert.Empty(bundle.Mapped().Plans);
        Assert.Contains("modifier extension", bundle.ReasonFor("CarePlan/p"));
    }

    [Fact]
    public void The_same_plan_in_two_bundles_is_the_same_plan()
    {
        string Id(GivenBundle bundle) => bundle.Mapped().Plans.Single().PlanId;
        Assert.Equal(Id(Of(Ana, Plan())), Id(Of(Plan(), Ana, "{'resourceType':'Device','id':'d'}")));
        Assert.NotEqual(Id(Of(Plan())), Id(Of(Plan().Replace("Patient/ana", "Patient/bo"))));
        Assert.Equal(Id(Entries($"{{'fullUrl':'urn:uuid:0190c0de-0000-7000-8000-00000000000a','resource':{Plan()}}}")), Id(Entries($"{{'fullUrl':'urn:uuid:0190c0de-0000-7000-8000-00000000000a','resource':{Plan("'title':'New'")}}}")));
        Assert.Equal(Id(Of(Plan().Replace("'id':'p',", ""))), Id(Of(Ana, Plan().Replace("'id':'p',", ""))));
    }

    [Fact]
    public void A_plan_twice_in_one_bundle_is_one_plan()
    {
        var bundle = Of(Ana, Plan("'title':'First'"), Plan("'title':'Second'"));
        Assert.Equal("First", bundle.ThenPlan().Title);
        Assert.Contains("twice", bundle.ReasonFor("CarePlan/p"));
    }

    [Theory]
    [InlineData("transaction", "'request':{'method':'POST','url':'CarePlan'}")]
    [InlineData("batch", "'request':{'method':'PUT','url':'CarePlan/p'}")]
    [InlineData("searchset", "'search':{'mode':'match'}")]
    [InlineData("history", "'request':{'method':'PUT','url':'CarePlan/p'}")]
    [InlineData("document", "'link':[{'relation':'self','url':'http://x'}]")]
    [InlineData("message", "'link':[{'relation':'self','url':'http://x'}]")]
    public void A_bundle_of_any_type_is_taken_and_what_is_its_own_is_listed(string type, string own)
    {
        var bundle = Entries($"{{{own},'resource':{Plan()}}}", "{'request':{'method':'DELETE','url':'CarePlan/q'}}").But(b =>
        {
            b["type"] = type;
            b["timestamp"] = "2026-01-01T00:00:00Z";
        });
        bundle.ThenPlan();
        Assert.Contains("Bundle Bundle.timestamp", bundle.LeftOut());
        Assert.Contains($"CarePlan/p Bundle.entry.{own[1..own.IndexOf(':', StringComparison.Ordinal)].TrimEnd('\'')}", bundle.LeftOut());
        Assert.Contains("Bundle.entry[1]", bundle.LeftOut());
    }

    [Theory]
    [InlineData("{'resourceType':'Bundle','type':'collection'}")]
    [InlineData("{'type':'searchset','total':0,'entry':[],'resourceType':'Bundle'}")]
    [InlineData("\uFEFF{'resourceType':'Bundle','type':'collection'}")]
    public void An_empty_bundle_is_no_fault(string json) => Assert.Empty(new GivenBundle(Json(json)).Mapped().Plans);
}
