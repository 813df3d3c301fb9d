using CareTeam.Rules.Tests.Procedures;
using CareTeam.Rules.Tests.Rules;
using CareTeam.Rules.Tests.Therapy;
using CareTeam.Server.Diagnostics;
using CareTeam.Server.Medications;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Procedures;
using CareTeam.Server.Tasks;
using CareTeam.Server.Therapy;

namespace CareTeam.Rules.Tests.Plans;

public sealed class DatesTests
{
    private static Given Plan() => Given.PlanOfPatientBorn("1980-06-15");

    [Theory]
    [InlineData("1980-06-15", true)]
    [InlineData("1980-06-14", false)]
    public void Nothing_falls_due_before_birth_but_care_given_before_the_plan_may_be_entered_late(string due, bool inOrder)
    {
        var goal = Plan().When(new AddGoal(InstrumentCatalog.Shipped, TimeProvider.System), new() { RequestId = Given.RequestId, Description = "d", DueDate = due }, Given.Lead);
        var task = Plan().When(new AddTask(), new() { RequestId = Given.RequestId, Title = "t", Kind = TaskKind.Study, DueDate = due }, Given.Lead);
        var moved = Plan().Task(null).When(new RescheduleTask(), new() { TaskId = Given.TaskId, DueDate = due }, Given.Lead);
        var revised = Plan().Goal().When(new ReviseGoal(InstrumentCatalog.Shipped, TimeProvider.System), new() { GoalId = Given.GoalId, Description = "d", DueDate = due, Reason = "r" }, Given.Lead);
        foreach (var outcome in new[] { goal, task, moved, revised })
        {
            if (inOrder) Assert.Single(outcome.Events);
            else outcome.ThenInvalid("due_date");
        }
    }

    /// <summary>Five in the afternoon in Los Angeles, and the day after in Greenwich.</summary>
    private static readonly Timestamp Afternoon = Timestamp.FromDateTime(new DateTime(2026, 3, 3, 1, 0, 0, DateTimeKind.Utc));

    private static readonly RuleTable LosAngeles = SiteRules.With("[{'id': 'calendar.time-zone', 'region': 'US-CA', 'parameters': {'zone': 'America/Los_Angeles'}}]");

    private static Given InCalifornia(Given given) => given.Event(new() { CoverageRecorded = new() { Coverage = new() { Region = "US-CA" } } });

    private static readonly Dictionary<string, Func<string, Decision>> WhatWasDoneOn = new()
    {
        ["session_date"] = day => InCalifornia(GivenTherapy.PlanWithOrder()).When(new RecordSession(LosAngeles, ScopeOfPractice.Shipped),
            new() { RequestId = Given.RequestId, TherapyOrderId = GivenTherapy.OrderId, SessionDate = day, Attendance = SessionAttendance.Attended, Purpose = SessionPurpose.Treatment }, Given.Therapist, Afternoon),
        ["signed_date"] = day => InCalifornia(GivenTherapy.PlanWithOrder()).When(new CertifyTherapy(LosAngeles),
            new() { RequestId = Given.RequestId, TherapyOrderId = GivenTherapy.OrderId, SignedDate = day }, Given.Lead, Afternoon),
        ["discharged_date"] = day => InCalifornia(GivenTherapy.PlanWithOrder()).When(new DischargeFromTherapy(LosAngeles),
            new() { RequestId = Given.RequestId, TherapyOrderId = GivenTherapy.OrderId, DischargedDate = day, Reason = DischargeReason.GoalsReached }, Given.Therapist, Afternoon),
        ["performed_date"] = day => InCalifornia(Given.ActivePlan().Scheduled(ProcedureStory.Epidural())).When(new RecordProcedure(LosAngeles), ProcedureStory.Record(day), Given.Lead, Afternoon),
        ["performed_date of a block"] = day => InCalifornia(Given.ActivePlan()).When(new RecordDiagnosticBlock(LosAngeles), ProcedureStory.Block(BlockTarget.MedialBranch, day), Given.Lead, Afternoon),
        ["assessed_date"] = day => InCalifornia(Given.ActivePlan().Performed(1, ProcedureKind.TransforaminalEpiduralSteroid, "2026-02-10")).When(new FollowUpProcedure(LosAngeles),
            new() { RequestId = Given.RequestId, ProcedureId = ProcedureStory.Id(1), AssessedDate = day, NprsBefore = 8, NprsAfter = 3 }, Given.Therapist, Afternoon),
        ["facts[0].observed_date"] = day => InCalifornia(Given.ActivePlan()).When(new RecordSafetyFacts(LosAngeles),
            new() { RequestId = Given.RequestId, Facts = { new SafetyFact { Kind = SafetyFactKind.Egfr, Value = 70, ObservedDate = day, Origin = SafetyFactOrigin.Laboratory } } }, Given.Lead, Afternoon),
        ["log_date"] = day => InCalifornia(GivenTherapy.PlanWithOrder().Exercise()).When(new LogHomeExercise(LosAngeles),
            new() { RequestId = Given.RequestId, LogDate = day }, Given.Therapist, Afternoon),
    };

    public static TheoryData<string> WhatIsDoneOnADay() => [.. WhatWasDoneOn.Keys];

    [Theory, MemberData(nameof(WhatIsDoneOnADay))]
    public void A_day_that_has_not_begun_where_the_care_is_given_is_in_the_future(string field)
    {
        Assert.NotEmpty(WhatWasDoneOn[field]("2026-03-02").Events);
        WhatWasDoneOn[field]("2026-03-03").ThenInvalid(field.Split(' ')[0]);
    }

    [Theory]
    [InlineData("2026-03-03", 9, 59, true)]
    [InlineData("2026-03-04", 9, 59, false)]
    [InlineData("2026-03-04", 10, 0, true)]
    [InlineData("2026-03-05", 10, 0, false)]
    public void A_patient_who_travels_logs_the_day_that_it_is_there_once_it_has_begun_anywhere(string day, int hour, int minute, bool begun)
    {
        var now = Timestamp.FromDateTime(new DateTime(2026, 3, 3, hour, minute, 0, DateTimeKind.Utc));
        var decision = InCalifornia(GivenTherapy.PlanWithOrder().Exercise()).When(new LogHomeExercise(LosAngeles), new() { RequestId = Given.RequestId, LogDate = day }, Given.Patient, now);
        if (begun) Assert.Equal(day, decision.Events[0].HomeExerciseLogged.LogDate);
        else decision.ThenInvalid("log_date");
    }
}
