using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>Valid R4 that a plan cannot hold is left out with a line; it is no fault, and nothing of it goes in silence.</summary>
public sealed class EdgeOfTimeTests
{
    private static GivenBundle Goal(string elements, string status = "active") => Of(Ana, Plan("'goal':[{'reference':'Goal/g'}]"),
        $"{{'resourceType':'Goal','id':'g','lifecycleStatus':'{status}','description':{{'text':'Lift'}},'subject':{{'reference':'Patient/ana'}},{elements}}}");

    private static GivenBundle Timing(string timing) => Of(Ana, Plan($"'activity':[{{'detail':{{'status':'scheduled','code':{{'text':'Walk'}},'scheduledTiming':{{'repeat':{{{timing}}}}}}}}}]"));

    [Fact]
    public void A_patient_may_be_born_before_1900() => Assert.Contains("Patient/ana Patient.birthDate", Of(Ana.Replace("1980-02-29", "1899-02-28"), Plan()).LeftOut());

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999")]
    public void A_plan_may_last_for_ever(string end) => Assert.Contains("CarePlan/p CarePlan.period.end", Of(Ana, Plan().Replace("'2026-01-05'", $"'2026-01-05','end':'{end}'")).LeftOut());

    [Fact]
    public void An_end_is_the_end_of_its_day()
    {
        var plan = Of(Ana, Plan().Replace("'active'", "'completed'").Replace("'2026-01-05'", "'2026-01-05T10:00:00Z','end':'2026-01-05'")).ThenPlan();
        Assert.Equal(new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc).AddTicks(-1), plan.EndedAt.ToDateTime());
    }

    [Fact]
    public void An_end_that_goes_on_is_now()
    {
        var plan = Of(Ana, Plan().Replace("'active'", "'completed'").Replace("'2026-01-05'", $"'2026-01-05','end':'{Now.ToDateTime():yyyy}'"));
        Assert.Equal(Now, plan.ThenPlan().EndedAt);
        Assert.Contains("its last day stands for it", plan.ReasonFor("CarePlan/p", "CarePlan.period.end"));
    }

    [Fact]
    public void A_target_may_lack_its_value() => Assert.False(Goal("'target':[{'measure':{'text':'ODI'},'_detailInteger':{'extension':[{'url':'http://x','valueString':'y'}]}}]").ThenPlan().Goals[0].HasTarget);

    [Theory]
    [InlineData("'frequency':1,'period':79228162514264337593543950335,'periodUnit':'wk','count':1")]
    [InlineData("'frequency':1,'period':1,'periodUnit':'wk','count':2,'boundsPeriod':{'start':'1899-01-01'}")]
    [InlineData("'frequency':1,'period':1,'periodUnit':'wk','count':2,'boundsPeriod':{'start':'9999-12-31'}")]
    public void A_series_beyond_all_bounds_does_not_fit(string timing) => Assert.Null(Timing(timing).ThenPlan().Tasks[0].Recurrence);

    [Fact]
    public void An_end_beside_a_count_is_listed() =>
        Assert.Equal(["CarePlan/p CarePlan.activity.detail.scheduled.repeat.bounds.end"], Timing("'frequency':1,'period':1,'periodUnit':'wk','count':2,'boundsPeriod':{'start':'2026-02-01','end':'2026-12-01'}").LeftOut());

    [Theory]
    [InlineData("completed")]
    [InlineData("revoked")]
    public void The_open_tasks_of_a_plan_that_has_ended_are_cancelled(string status)
    {
        var bundle = Of(Ana, Plan("'activity':[{'detail':{'status':'on-hold','code':{'text':'Walk'}}}]").Replace("'active'", $"'{status}'"));
        Assert.Equal((TaskStatus.Cancelled, "The plan had ended in the imported record."), (bundle.ThenPlan().Tasks[0].Status, bundle.ThenPlan().Tasks[0].StatusReason));
        Assert.Contains("cancelled", bundle.ReasonFor("CarePlan/p", "CarePlan.activity[0].detail.status"));
    }

    [Fact]
    public void A_status_without_a_value_is_unknown()
    {
        var bundle = Of(Ana, Plan().Replace("'status':'active'", "'_status':{'extension':[{'url':'http://x','valueString':'y'}]}"));
        Assert.Equal(PlanStatus.Draft, bundle.ThenPlan().Status);
        Assert.Contains("CarePlan/p CarePlan.status", bundle.LeftOut());
    }

    [Theory]
    [InlineData("'startDate':'2027-01-01'", "active", "Goal.start")]
    [InlineData("'statusDate':'2027-01-01'", "cancelled", "Goal.statusDate")]
    [InlineData("'achievementStatus':{'coding':[{'code':'achieved'}],'text':'Walks to the shop'}", "completed", "Goal.achievementStatus.text")]
    public void What_a_goal_cannot_hold_is_listed(string elements, string status, string element) => Assert.Contains($"Goal/g {element}", Goal(elements, status).LeftOut());

    [Fact]
    public void A_plan_created_in_the_future_is_listed() => Assert.Contains("CarePlan/p CarePlan.created", Of(Ana, Plan("'created':'2027-01-01'")).LeftOut());

    [Fact]
    public void A_coding_of_only_a_system_is_listed() => Assert.Contains("Condition/c Condition.code.coding[0]", Of(Ana, Plan("'addresses':[{'reference':'Condition/c'}]"),
        "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/ana'},'code':{'coding':[{'system':'http://snomed.info/sct'}],'text':'Sciatica'}}").LeftOut());

    [Fact]
    public void Each_performer_who_is_lost_is_listed() => Assert.Equal(2, Of(Ana, Plan("'activity':[{'detail':{'status':'scheduled','code':{'text':'Walk'},'performer':[{'display':'A'},{'display':'B'}]}}]"))
        .LeftOut().Count(l => l.Contains("performer[", StringComparison.Ordinal)));

    [Theory]
    [InlineData("{'reference':'Condition/c','display':'Sciatica'}")]
    [InlineData("{'display':'Sciatica'}")]
    public void A_diagnosis_named_twice_is_one(string label) => Assert.Single(Of(Ana, Plan($"'addresses':[{label},{label}]")).ThenPlan().Diagnoses);

    [Fact]
    public void A_uuid_is_the_same_in_upper_case()
    {
        static string Id(string patient) => Of(Plan().Replace("{'reference':'Patient/ana'}", $"{{'reference':'{patient}','display':'Ana'}}")).Mapped().Plans.Single().PlanId;
        const string uuid = "0190c0de-0000-7000-8000-00000000000a";
        Assert.NotEqual(Id($"Patient/{uuid}"), Id($"Patient/{uuid.ToUpperInvariant()}"));
        Assert.Single(Of(
            Plan().Replace("{'reference':'Patient/ana'}", $"{{'reference':'urn:uuid:{uuid}','identifier':{{'value':'1'}},'display':'Ana'}}"),
            Plan().Replace("{'reference':'Patient/ana'}", $"{{'reference':'urn:uuid:{uuid.ToUpperInvariant()}','identifier':{{'value':'1'}},'display':'Ana'}}")).Mapped().Plans);
    }
}
