using CareTeam.Server.Therapy;
using CsCheck;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

/// <summary>Whatever a team does in whatever order, with late entries and refusals: what is counted agrees with what was recorded.</summary>
public sealed class RandomTherapyTests
{
    private const int SeriesLength = 12;

    private sealed record Step(int Kind, int Day, int Who, int Amount);

    private static readonly Gen<Step[]> Steps = Gen.Select(Gen.Int[0, 10], Gen.Int[0, 50], Gen.Int[0, 3], Gen.Int[0, 5]).Select((kind, day, who, amount) => new Step(kind, day, who, amount)).Array[10, 80];

    [Fact]
    public void Counts_agree_with_what_was_recorded() => Steps.Sample(
        steps =>
        {
            var given = Begin();
            var events = new List<PlanEvent>();
            for (var i = 0; i < steps.Length; i++)
            {
                foreach (var e in Take(given, steps[i], i))
                {
                    given.Event(e);
                    events.Add(e);
                }
                Holds(given);
            }
            Assert.Equal(given.Plan, CarePlanFold.Fold(Begin().Plan, events));
        },
        iter: 300);

    private static Given Begin() =>
        PlanWithOrder(with: p => (p.SessionsPerWeek, p.Weeks) = (3, SeriesLength / 3)).Exercise(limit: Dose(d => d.Repetitions = 10)).Quota(GradedActivity.WalkingTime, 100);

    private static void Holds(Given given)
    {
        var (plan, order) = (given.Plan, given.TheOrder());
        var days = plan.SessionsThatHold().Where(s => s.Attendance == SessionAttendance.Attended).Select(s => s.SessionDate).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(days, Server.Therapy.TreatmentDays.Of(plan, order).Select(d => d.Iso()));
        Assert.Equal(Math.Min(days.Count, SeriesLength), plan.Series().OccurrencesCompleted);
        Assert.Equal(days.Count >= SeriesLength, plan.Series().Status == TaskStatus.Completed);
        Assert.InRange(ReportClock.Of(plan, order).Days.Count, 0, 10);
        // What was signed counts the days that were known then.
        if (plan.Sessions.Count == plan.SessionsThatHold().Count()) Assert.InRange(plan.ProgressReports.Sum(r => r.TreatmentDays), 0, days.Count);
        var exercise = plan.Exercises.Single();
        Assert.Equal(exercise.History.Last(s => s.Dose is not null).Dose, exercise.Dose);
        Assert.True(ExerciseDoses.Weight(exercise.Dose.Load) <= ExerciseDoses.Weight(order.Prescription.WeightLimit));
        Assert.Equal(plan.HomeWeeks.Select(w => w.WeekStartDate).Order(StringComparer.Ordinal), plan.HomeWeeks.Select(w => w.WeekStartDate));
        var dues = new TherapyDues().Dues(plan, Table, new(2026, 3, 2)).ToList();
        Assert.Equal(dues.Count, dues.Select(d => d.Key).Distinct().Count());
    }

    private static IReadOnlyList<PlanEvent> Take(Given given, Step step, int i)
    {
        var day = Dates.Of(Start).AddDays(step.Day).Iso();
        var who = new[] { Given.Therapist, Given.Lead, Assistant, Given.Patient }[step.Who];
        var (plan, request) = (Given.PlanId, $"0190c0de-0000-7000-8002-{i:D12}");
        return step.Kind switch
        {
            0 or 1 or 2 or 3 => given.When(new RecordSession(Table, Scope), new()
            {
                PlanId = plan,
                RequestId = request,
                TherapyOrderId = OrderId,
                SessionDate = day,
                Attendance = SessionAttendance.Attended,
                Purpose = SessionPurpose.Treatment,
                SupervisingPersonId = who.Role.IsAssistant() ? Given.Therapist.PersonId : "",
            }, who).Events,
            4 => given.When(new RecordSession(Table, Scope), new()
            {
                PlanId = plan,
                RequestId = request,
                TherapyOrderId = OrderId,
                SessionDate = day,
                Attendance = SessionAttendance.Missed,
                AttendanceReason = "Ill.",
                Purpose = SessionPurpose.Treatment,
            }, who).Events,
            5 => given.When(new FileProgressReport(Table, Scope), new()
            {
                PlanId = plan,
                RequestId = request,
                TherapyOrderId = OrderId,
                Text = new() { Objective = "o", Assessment = "a", Plan = "p" },
                Recommendation = ProgressRecommendation.Continue,
                Complete = true,
            }, who).Events,
            6 => given.When(new AdjustExercise(Table, Scope), new()
            {
                PlanId = plan,
                RequestId = request,
                ExerciseId = ExerciseId,
                Change = step.Amount % 2 == 0 ? ExerciseChange.Progressed : ExerciseChange.Regressed,
                Dose = Dose(d => (d.Load, d.Repetitions) = (Pounds(30 + 5 * (step.Amount % 4)), 7 + step.Amount)),
                Reason = "r",
            }, who).Events,
            7 => given.When(new LogHomeExercise(Table), new() { PlanId = plan, RequestId = request, LogDate = day, Activities = { new ActivityDone { ActivityQuotaId = QuotaId, Amount = step.Amount } } }, who).Events,
            10 when given.Plan.SessionsThatHold().ElementAtOrDefault(step.Amount) is { } mistaken => given.When(new RecordSession(Table, Scope), new()
            {
                PlanId = plan,
                RequestId = request,
                TherapyOrderId = OrderId,
                SessionDate = day,
                Attendance = step.Who == 0 ? SessionAttendance.Missed : SessionAttendance.Attended,
                AttendanceReason = "r",
                Purpose = SessionPurpose.Treatment,
                SupersedesSessionId = mistaken.SessionId,
                CorrectionReason = "r",
            }, Given.Lead).Events,
            8 => given.When(new CertifyTherapy(Table), new() { PlanId = plan, RequestId = request, TherapyOrderId = OrderId, SignedDate = day }, who).Events,
            _ => given.When(new SetActivityQuota(Table), new() { PlanId = plan, RequestId = request, TherapyOrderId = OrderId, Activity = GradedActivity.WalkingTime, WeeklyTarget = 100 * step.Amount, FromDate = day, Reason = "r" }, who).Events,
        };
    }
}
