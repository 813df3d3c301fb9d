using CareTeam.Server.Pipeline;
using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>Exercises at home, three times a week of five asked for, and an hour of walking; two weeks of little, one of a setback, three that stand still.</summary>
internal static class YearsHomeProgramme
{
    /// <summary>Minutes walked in a week, where it is not the hour that the quota asks for.</summary>
    private static readonly Dictionary<string, double> Walked = new() { ["2026-04-20"] = 30, ["2026-04-27"] = 62, ["2026-05-04"] = 50, ["2026-05-11"] = 50, ["2026-05-18"] = 51 };

    public static void Write(CarePen pen)
    {
        pen.On("2026-01-07", Therapist, new PrescribeExerciseRequest
        {
            ExerciseId = pen.Id("bird dog"),
            TherapyOrderId = pen.Id("pt"),
            Prescription = new() { Name = "Bird dog", Category = ExerciseCategory.CoreStrength, Dose = Dose(8) },
        });
        pen.On("2026-01-14", Therapist, Adjusted(pen, ExerciseChange.AssistantLimitSet, r => r.AssistantLimit = Dose(10)));
        pen.On("2026-01-21", Assistant, Adjusted(pen, ExerciseChange.Progressed, r => r.Dose = Dose(10)));
        pen.On("2026-03-04", Therapist, Adjusted(pen, ExerciseChange.Regressed, r => r.Dose = Dose(9)));
        pen.On("2026-06-15", Therapist, Adjusted(pen, ExerciseChange.Stopped, _ => { }));

        pen.On("2026-01-12", Therapist, new SetActivityQuotaRequest { TherapyOrderId = pen.Id("pt"), Activity = GradedActivity.WalkingTime, WeeklyTarget = 60, Reason = "Baseline 40 minutes." });
        foreach (var day in CarePen.Days("2026-01-12", "2026-06-12", DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Friday))
        {
            var isMonday = CarePen.Parse(day).DayOfWeek == DayOfWeek.Monday;
            if (!isMonday && day is "2026-02-04" or "2026-02-06" or "2026-02-11" or "2026-02-13") continue;
            var log = new LogHomeExerciseRequest { LogDate = day, Rpe = 12 };
            if (isMonday) log.Activities.Add(new ActivityDone { ActivityQuotaId = ChosenId.Named(pen.PlanId, pen.Id("pt"), GradedActivity.WalkingTime.ToWords()), Amount = Walked.GetValueOrDefault(day, 60) });
            pen.On(day, Ana, log);
        }
    }

    private static ExerciseDose Dose(int repetitions) => new() { Sets = 3, Repetitions = repetitions, HomeSessionsPerWeek = 5 };

    private static AdjustExerciseRequest Adjusted(CarePen pen, ExerciseChange change, Action<AdjustExerciseRequest> with)
    {
        var request = new AdjustExerciseRequest { ExerciseId = pen.Id("bird dog"), Change = change, Reason = "By how it goes." };
        with(request);
        return request;
    }
}
