using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

public sealed class GoalAndDiagnosisMappingTests
{
    private static GivenBundle Goal(string elements, string status = "active") => Of(Ana, Plan("'goal':[{'reference':'Goal/g'}]"),
        $"{{'resourceType':'Goal','id':'g','lifecycleStatus':'{status}','description':{{'text':'Lift'}},'subject':{{'reference':'Patient/ana'}}{(elements.Length > 0 ? "," + elements : "")}}}");

    private static GivenBundle Condition(string elements) => Of(Ana, Plan("'addresses':[{'reference':'Condition/c'}]"),
        $"{{'resourceType':'Condition','id':'c','subject':{{'reference':'Patient/ana'}},{elements}}}");

    [Theory]
    [InlineData("active", "", GoalStatus.Active)]
    [InlineData("accepted", "in-progress", GoalStatus.Active)]
    [InlineData("accepted", "achieved", GoalStatus.Achieved)]
    [InlineData("planned", "", GoalStatus.Active)]
    [InlineData("on-hold", "worsening", GoalStatus.Active)]
    [InlineData("active", "sustaining", GoalStatus.Active)]
    [InlineData("completed", "sustaining", GoalStatus.Achieved)]
    [InlineData("completed", "not-achieved", GoalStatus.NotAchieved)]
    [InlineData("completed", "no-progress", GoalStatus.NotAchieved)]
    [InlineData("completed", "", GoalStatus.Cancelled)]
    [InlineData("active", "not-attainable", GoalStatus.NotAchieved)]
    [InlineData("cancelled", "achieved", GoalStatus.Cancelled)]
    [InlineData("rejected", "", GoalStatus.Cancelled)]
    public void A_goals_two_statuses_are_one(string lifecycle, string achievement, GoalStatus expected)
    {
        var achieved = achievement.Length == 0 ? "" : $"'achievementStatus':{{'coding':[{{'system':'http://terminology.hl7.org/CodeSystem/goal-achievement','code':'{achievement}'}}]}}";
        Assert.Equal(expected, Assert.Single(Goal(achieved, lifecycle).ThenPlan().Goals).Status);
    }

    [Fact]
    public void A_status_that_a_goal_cannot_hold_is_listed()
    {
        Assert.Equal("is 'on-hold'; the goal is active", Goal("", "on-hold").ReasonFor("Goal/g", "Goal.lifecycleStatus"));
        Assert.Contains("Goal/g Goal.achievementStatus", Goal("'achievementStatus':{'text':'improving'}").LeftOut());
    }

    [Fact]
    public void A_closed_goal_says_when_and_why()
    {
        var closed = Goal("'statusDate':'2026-02-01','statusReason':'Moved away'", "cancelled").Mapped().Plans.Single().Events.Single(e => e.GoalClosed is not null);
        Assert.Equal(("Moved away", new DateTime(2026, 2, 1)), (closed.GoalClosed.Reason, closed.OccurredAt.ToDateTime()));
    }

    [Theory]
    [InlineData("'detailQuantity':{'value':20.5,'unit':'percent','system':'http://unitsofmeasure.org','code':'%'}", 20.5, "%")]
    [InlineData("'detailQuantity':{'value':50,'unit':'lb'}", 50, "lb")]
    [InlineData("'detailInteger':7", 7, "")]
    [InlineData("'detailRange':{'high':{'value':140,'unit':'mmHg'}}", 140, "mmHg")]
    [InlineData("'detailRange':{'low':{'value':85,'unit':'%'}}", 85, "%")]
    public void A_target_is_a_number_with_its_unit_and_measure(string detail, double target, string unit)
    {
        var bundle = Goal($"'target':[{{'measure':{{'coding':[{{'system':'http://loinc.org','code':'97909-6','display':'ODI score'}}]}},{detail},'dueDate':'2026-06-01'}}]");
        var goal = Assert.Single(bundle.ThenPlan().Goals);
        Assert.Equal(("ODI score", target, unit, "2026-06-01"), (goal.Measure, goal.Target, goal.Unit, goal.DueDate));
        Assert.Equal(["Goal/g Goal.target.measure.coding.code", "Goal/g Goal.target.measure.coding.system"], bundle.LeftOut().Order());
    }

    [Fact]
    public void Of_several_targets_the_first_counts_and_the_others_are_listed()
    {
        var bundle = Goal("'target':[{'measure':{'text':'ODI'},'detailQuantity':{'value':20,'comparator':'<'}},{'measure':{'text':'NPRS'}}]");
        Assert.Equal(("ODI", 20), (bundle.ThenPlan().Goals[0].Measure, bundle.ThenPlan().Goals[0].Target));
        Assert.Equal(["Goal/g Goal.target.detail.comparator", "Goal/g Goal.target[1]"], bundle.LeftOut().Order());
    }

    [Theory]
    [InlineData("'detailRange':{'low':{'value':1},'high':{'value':2}}")]
    [InlineData("'detailString':'better'")]
    public void A_target_without_one_number_is_listed(string detail)
    {
        Assert.False(Goal($"'target':[{{'measure':{{'text':'ODI'}},{detail}}}]").ThenPlan().Goals[0].HasTarget);
        Assert.Equal(["Goal/g Goal.target.detail"], Goal($"'target':[{{'measure':{{'text':'ODI'}},{detail}}}]").LeftOut());
    }

    [Fact]
    public void An_ICD_10_CM_code_and_other_codes_go_to_their_fields()
    {
        var diagnosis = Assert.Single(Condition("'code':{'coding':[{'system':'http://snomed.info/sct','code':'23056005','display':'Sciatica'},{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'M54.31','display':'Sciatica, right side'}],'text':'Sciatica, right side'},'onsetDateTime':'2025-12-01T23:30:00-05:00'").ThenPlan().Diagnoses);
        Assert.Equal(("M54.31", "Sciatica, right side", "2025-12-01"), (diagnosis.Icd10CmCode, diagnosis.Text, diagnosis.OnsetDate));
        Assert.Equal([new Coding { System = "http://snomed.info/sct", Code = "23056005", Display = "Sciatica" }], diagnosis.OtherCodes);
    }

    [Theory]
    [InlineData("M54.5")]
    [InlineData("M5431")]
    public void An_ICD_10_CM_code_that_is_no_longer_or_never_was_valid_stays_among_the_others(string code)
    {
        var diagnosis = Assert.Single(Condition($"'code':{{'coding':[{{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'{code}','display':'Back pain'}}]}}").ThenPlan().Diagnoses);
        Assert.Equal(("", "Back pain", code), (diagnosis.Icd10CmCode, diagnosis.Text, diagnosis.OtherCodes.Single().Code));
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2025-11")]
    public void An_onset_without_a_day_is_listed(string onset)
    {
        var bundle = Condition($"'code':{{'text':'Sciatica'}},'onsetDateTime':'{onset}'");
        Assert.Equal("", bundle.ThenPlan().Diagnoses[0].OnsetDate);
        Assert.Contains("Condition/c Condition.onset", bundle.LeftOut());
    }

    [Theory]
    [InlineData("'code':{'text':'Cancer'},'verificationStatus':{'coding':[{'code':'refuted'}]}", "refuted")]
    [InlineData("'code':{'text':'Cancer'},'verificationStatus':{'coding':[{'code':'entered-in-error'}]}", "entered-in-error")]
    [InlineData("'recordedDate':'2025'", "without a code")]
    public void What_the_patient_does_not_have_is_no_diagnosis(string elements, string reason)
    {
        var bundle = Condition(elements);
        Assert.Empty(bundle.ThenPlan().Diagnoses);
        Assert.Contains(reason, bundle.ReasonFor("Condition/c"));
        Assert.Contains(reason, bundle.ReasonFor("CarePlan/p", "CarePlan.addresses[0]"));
    }

    [Fact]
    public void Another_patients_condition_and_goal_stay_out_of_the_plan()
    {
        var bundle = Of(Ana, Plan("'addresses':[{'reference':'Condition/c'}],'goal':[{'reference':'Goal/g'}]"),
            "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/bo'},'code':{'text':'Sciatica'}}",
            "{'resourceType':'Goal','id':'g','lifecycleStatus':'active','description':{'text':'Lift'},'subject':{'reference':'Patient/bo'}}");
        Assert.Equal((0, 0), (bundle.ThenPlan().Diagnoses.Count, bundle.ThenPlan().Goals.Count));
        Assert.Equal("is of another patient than the plan", bundle.ReasonFor("Condition/c"));
        Assert.Equal("is of another patient than the plan", bundle.ReasonFor("Goal/g"));
    }

    [Fact]
    public void What_is_not_carried_over_is_listed_once_a_resource_however_deep()
    {
        var bundle = Condition("""
            'code':{'coding':[{'code':'1','display':'Sciatica','version':'2'},{'code':'2','version':'2'}],'text':'Sciatica'},
            'clinicalStatus':{'coding':[{'code':'active'}]},'note':[{'text':'a'},{'text':'b'}],
            'extension':[{'url':'http://x','valueString':'y'}],'onsetDateTime':'2025-12-01','_onsetDateTime':{'extension':[{'url':'http://x','valueString':'y'}]}
            """);
        Assert.Equal(
            ["Condition.clinicalStatus", "Condition.code.coding.version", "Condition.extension", "Condition.note", "Condition.onset.extension"],
            bundle.Mapped().LeftOut.Where(l => l.Resource == "Condition/c").Select(l => l.Element).Order());
    }
}
