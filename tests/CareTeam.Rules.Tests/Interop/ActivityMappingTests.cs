using static CareTeam.Rules.Tests.Interop.GivenBundle;

namespace CareTeam.Rules.Tests.Interop;

public sealed class ActivityMappingTests
{
    private static GivenBundle Detail(string elements, string plan = "", params string[] others) =>
        Of([Ana, Plan($"'activity':[{{'detail':{{{elements}}}}}]{(plan.Length > 0 ? "," + plan : "")}"), .. others]);

    private static GivenBundle Referred(string resource) => Of(Ana, Plan("'activity':[{'reference':{'reference':'#r'}}],'contained':[" + resource.Replace("{'resourceType'", "{'id':'r','resourceType'") + "]"));

    private static CareTask Task(GivenBundle bundle) => Assert.Single(bundle.ThenPlan().Tasks);

    [Theory]
    [InlineData("not-started", TaskStatus.Requested, true)]
    [InlineData("scheduled", TaskStatus.Accepted, true)]
    [InlineData("in-progress", TaskStatus.InProgress, true)]
    [InlineData("on-hold", TaskStatus.Accepted, false)]
    [InlineData("completed", TaskStatus.Completed, true)]
    [InlineData("cancelled", TaskStatus.Cancelled, true)]
    [InlineData("stopped", TaskStatus.Cancelled, false)]
    [InlineData("unknown", TaskStatus.Requested, false)]
    public void An_activity_is_a_task_at_its_status(string status, TaskStatus expected, bool exact)
    {
        var bundle = Detail($"'status':'{status}','code':{{'text':'Walk'}}");
        Assert.Equal(expected, Task(bundle).Status);
        Assert.Equal(!exact, bundle.LeftOut().Contains("CarePlan/p CarePlan.activity[0].detail.status"));
    }

    [Theory]
    [InlineData("'status':'entered-in-error','code':{'text':'Walk'}", "entered-in-error")]
    [InlineData("'status':'not-started','code':{'text':'Bed rest'},'doNotPerform':true", "not to be performed")]
    [InlineData("'status':'not-started'", "what is to be done")]
    [InlineData("'status':'not-started','code':{'text':'Walk'},'modifierExtension':[{'url':'http://x','valueBoolean':true}]", "modifier extension")]
    public void An_activity_that_is_no_work_is_left_out(string elements, string reason)
    {
        Assert.Empty(Detail(elements).ThenPlan().Tasks);
        Assert.Contains(reason, Detail(elements).ReasonFor("CarePlan/p", "CarePlan.activity[0]"));
    }

    [Fact]
    public void Code_description_reason_and_schedule_in_words_are_carried_over()
    {
        var bundle = Detail("'status':'cancelled','code':{'coding':[{'system':'http://snomed.info/sct','code':'229065009','display':'Exercise therapy'}]},'description':'Core strength','scheduledString':'after work','statusReason':{'text':'Knee'},'doNotPerform':false");
        var task = Task(bundle);
        Assert.Equal(("Exercise therapy", "Core strength\nafter work", TaskKind.Exercise, "Knee"), (task.Title, task.Description, task.Kind, task.StatusReason));
        Assert.Equal(["CarePlan/p CarePlan.activity.detail.code.coding.code", "CarePlan/p CarePlan.activity.detail.code.coding.system"], bundle.LeftOut().Order());
    }

    [Fact]
    public void Activities_that_read_alike_stay_separate_tasks()
    {
        const string walk = "{'detail':{'status':'not-started','code':{'text':'Walk'}}}";
        Assert.Equal(2, Of(Ana, Plan($"'activity':[{walk},{walk}]")).ThenPlan().Tasks.Select(t => t.TaskId).Distinct().Count());
    }

    [Fact]
    public void What_else_an_activity_says_is_listed()
    {
        var bundle = Of(Ana, Plan("'activity':[{'detail':{'status':'completed','code':{'text':'Walk'},'location':{'display':'Gym'},'kind':'ServiceRequest'},'progress':[{'text':'fine'}],'outcomeCodeableConcept':[{'text':'good'}]}]"));
        Assert.Equal(
            ["CarePlan.activity.detail.kind", "CarePlan.activity.detail.location", "CarePlan.activity.outcomeCodeableConcept", "CarePlan.activity.progress"],
            bundle.Mapped().LeftOut.Select(l => l.Element).Order());
    }

    [Theory]
    [InlineData("{'resourceType':'ServiceRequest','status':'active','intent':'order','priority':'urgent','subject':{'reference':'Patient/ana'},'code':{'text':'Do it'},'occurrenceDateTime':'2026-04-01'}", TaskStatus.Requested)]
    [InlineData("{'resourceType':'Task','status':'accepted','intent':'order','priority':'urgent','code':{'text':'Do it'},'restriction':{'period':{'end':'2026-04-01'}}}", TaskStatus.Accepted)]
    [InlineData("{'resourceType':'Task','status':'rejected','intent':'order','priority':'urgent','description':'Do it','restriction':{'period':{'end':'2026-04-01'}}}", TaskStatus.Declined)]
    [InlineData("{'resourceType':'DeviceRequest','status':'completed','intent':'order','priority':'urgent','codeCodeableConcept':{'text':'Do it'},'subject':{'reference':'Patient/ana'},'occurrencePeriod':{'end':'2026-04-01'}}", TaskStatus.Completed)]
    [InlineData("{'resourceType':'CommunicationRequest','status':'revoked','priority':'urgent','payload':[{'contentString':'Do it'}],'occurrenceDateTime':'2026-04-01'}", TaskStatus.Cancelled)]
    public void An_activity_may_refer_to_the_work(string resource, TaskStatus status)
    {
        var task = Task(Referred(resource));
        Assert.Empty(Referred(resource).LeftOut());
        Assert.Equal(("Do it", status, TaskPriority.Urgent, "2026-04-01"), (task.Title, task.Status, task.Priority, task.DueDate));
    }

    [Theory]
    [InlineData("{'resourceType':'Appointment','status':'booked','description':'Visit','start':'2026-04-01T08:00:00-05:00','end':'2026-04-01T09:00:00-05:00','participant':[{'status':'accepted','type':[{'text':'x'}]}]}", "Visit", TaskStatus.Accepted)]
    [InlineData("{'resourceType':'MedicationRequest','status':'stopped','intent':'order','medicationCodeableConcept':{'text':'Naproxen'},'subject':{'reference':'Patient/ana'}}", "Naproxen", TaskStatus.Cancelled)]
    [InlineData("{'resourceType':'NutritionOrder','status':'active','intent':'order','patient':{'reference':'Patient/ana'},'dateTime':'2026-01-01','oralDiet':{'type':[{'text':'Low salt'}]}}", "Low salt", TaskStatus.Requested)]
    [InlineData("{'resourceType':'RequestGroup','status':'on-hold','intent':'order','code':{'text':'Bundle of care'}}", "Bundle of care", TaskStatus.Accepted)]
    public void Every_kind_of_resource_that_R4_allows_is_taken(string resource, string title, TaskStatus status) =>
        Assert.Equal((title, status), (Task(Referred(resource)).Title, Task(Referred(resource)).Status));

    [Theory]
    [InlineData("{'resourceType':'VisionPrescription','status':'active','created':'2026-01-01','patient':{'reference':'Patient/ana'},'dateWritten':'2026-01-01','prescriber':{'display':'Dr'},'lensSpecification':[{'product':{'text':'x'},'eye':'left'}]}", "what is to be done")]
    [InlineData("{'resourceType':'ServiceRequest','status':'active','intent':'order','subject':{'reference':'Patient/bo'},'code':{'text':'MRI'}}", "another patient")]
    [InlineData("{'resourceType':'ServiceRequest','status':'active','intent':'order','subject':{'reference':'Patient/ana'},'code':{'text':'MRI'},'doNotPerform':true}", "not to be performed")]
    public void Work_that_cannot_be_a_task_is_left_out_with_its_resource(string resource, string reason)
    {
        var bundle = Referred(resource);
        Assert.Empty(bundle.ThenPlan().Tasks);
        Assert.Contains(reason, bundle.ReasonFor("CarePlan/p", "CarePlan.activity[0]"));
        Assert.Contains(reason, bundle.ReasonFor("CarePlan/p#r"));
    }

    [Theory]
    [InlineData("'repeat':{'frequency':3,'period':1,'periodUnit':'wk','boundsPeriod':{'start':'2026-02-02','end':'2026-03-15'}}", "2026-02-02", 3, 7, 6)]
    [InlineData("'repeat':{'frequency':3,'period':1,'periodUnit':'wk','boundsDuration':{'value':6,'system':'http://unitsofmeasure.org','code':'wk'}}", "2026-01-05", 3, 7, 6)]
    [InlineData("'repeat':{'frequency':1,'period':2,'periodUnit':'d','count':10}", "2026-01-05", 1, 2, 10)]
    [InlineData("'event':['2026-02-01'],'repeat':{'frequency':2,'period':1,'periodUnit':'d','count':14}", "2026-02-01", 2, 1, 7)]
    public void A_timing_that_fits_is_a_series(string timing, string due, int times, int days, int periods)
    {
        var bundle = Detail($"'status':'scheduled','code':{{'text':'Walk'}},'scheduledTiming':{{{timing}}}");
        var task = Task(bundle);
        Assert.Equal(new Recurrence { Times = times, PeriodDays = days, Periods = periods }, task.Recurrence);
        Assert.Equal((due, due), (task.DueDate, task.SeriesStart));
        Assert.Empty(bundle.LeftOut());
    }

    [Theory]
    [InlineData("'repeat':{'frequency':1,'period':1,'periodUnit':'mo','count':3}")]
    [InlineData("'repeat':{'frequency':3,'period':1,'periodUnit':'wk'}")]
    [InlineData("'repeat':{'frequency':3,'period':1,'periodUnit':'wk','count':10}")]
    [InlineData("'repeat':{'frequency':30,'period':1,'periodUnit':'d','count':30}")]
    [InlineData("'repeat':{'frequency':1,'period':0.5,'periodUnit':'d','count':30}")]
    [InlineData("'repeat':{'when':['MORN']}")]
    public void A_timing_that_does_not_fit_is_listed(string timing)
    {
        var bundle = Detail($"'status':'scheduled','code':{{'text':'Walk'}},'scheduledTiming':{{{timing}}}");
        Assert.Null(Task(bundle).Recurrence);
        Assert.StartsWith("does not fit", bundle.ReasonFor("CarePlan/p", "CarePlan.activity[0].detail.scheduled"));
    }

    [Fact]
    public void What_a_series_cannot_say_is_listed()
    {
        var bundle = Detail("'status':'scheduled','code':{'text':'Walk'},'scheduledTiming':{'repeat':{'frequency':3,'period':1,'periodUnit':'wk','count':18,'dayOfWeek':['mon','wed','fri'],'duration':30,'durationUnit':'min'}}");
        Assert.Equal(18, Task(bundle).Recurrence.Times * Task(bundle).Recurrence.Periods);
        Assert.Equal(["dayOfWeek", "duration", "durationUnit"], bundle.Mapped().LeftOut.Select(l => l.Element.Split('.')[^1]).Order());
    }

    [Fact]
    public void Goals_of_the_plan_are_goals_of_its_task_and_others_are_listed()
    {
        var bundle = Detail("'status':'scheduled','code':{'text':'Walk'},'goal':[{'reference':'Goal/g'},{'reference':'Goal/h'}]", "'goal':[{'reference':'Goal/g'}]",
            "{'resourceType':'Goal','id':'g','lifecycleStatus':'active','description':{'text':'Lift'},'subject':{'reference':'Patient/ana'}}");
        Assert.Equal(bundle.ThenPlan().Goals.Select(g => g.GoalId), Task(bundle).GoalIds);
        Assert.Contains("CarePlan/p CarePlan.activity[0].detail.goal[1]", bundle.LeftOut());
    }
}
