using CareTeam.Server.Plans;

namespace CareTeam.Server.Tests.Therapy;

/// <summary>A physical therapy of thirty days, begun twenty days ago, on a plan of its own.</summary>
public sealed record TherapyEpisode(string PlanId, string OrderId, string ExerciseId, DateOnly Today)
{
    public static async Task<TherapyEpisode> Begin(TestTeam team)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist);
        var diagnosis = await lead.Plans.AddDiagnosisAsync(new() { PlanId = plan, RequestId = New.Id(), Icd10CmCode = "M54.16", Text = "Radiculopathy, lumbar" });
        var goal = await lead.Plans.AddGoalAsync(new() { PlanId = plan, RequestId = New.Id(), Description = "Lift 50 lb", Measure = "lift", Target = 50, DueDate = today.AddDays(60).Iso() });
        var ordered = await lead.Therapy.OrderTherapyAsync(new()
        {
            PlanId = plan,
            RequestId = New.Id(),
            Discipline = Discipline.PhysicalTherapy,
            Prescription = new() { DiagnosisIds = { diagnosis.DiagnosisId }, GoalIds = { goal.GoalId }, TherapyType = "core strengthening", SessionsPerWeek = 7, Weeks = 6, StartDate = today.AddDays(-20).Iso() },
            EstablishedDate = today.AddDays(-20).Iso(),
            Exercises = { new ExercisePrescription { Name = "Bird dog", Category = ExerciseCategory.CoreStrength, Dose = new() { Sets = 3, Repetitions = 8, HomeSessionsPerWeek = 5 } } },
        });
        return new(plan, ordered.TherapyOrderId, ordered.ExerciseIds.Single(), today);
    }

    public RecordSessionRequest Session(int day, string response = "") => new()
    {
        PlanId = PlanId,
        RequestId = New.Id(),
        TherapyOrderId = OrderId,
        SessionDate = Today.AddDays(day).Iso(),
        Attendance = SessionAttendance.Attended,
        Purpose = SessionPurpose.Treatment,
        Response = response,
    };

    public FileProgressReportRequest Report() => new()
    {
        PlanId = PlanId,
        RequestId = New.Id(),
        TherapyOrderId = OrderId,
        Text = new() { Objective = "Lifts 35 lb.", Assessment = "On course.", Plan = "Continue." },
        Recommendation = ProgressRecommendation.Continue,
        Complete = true,
    };

    public AdjustExerciseRequest LimitForAssistants(int repetitions) => new()
    {
        PlanId = PlanId,
        RequestId = New.Id(),
        ExerciseId = ExerciseId,
        Change = ExerciseChange.AssistantLimitSet,
        AssistantLimit = new() { Repetitions = repetitions },
        Reason = "Easy.",
    };

    /// <summary>So many days from today.</summary>
    public static string Day(int offset) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(offset).Iso();
}
