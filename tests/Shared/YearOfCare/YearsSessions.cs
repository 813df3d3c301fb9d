using CareTeam.V1;
using static CareTeam.Tests.CarePeople;

namespace CareTeam.Tests;

/// <summary>Treatment day after treatment day, and the reports of them.</summary>
internal static class YearsSessions
{
    public static void Write(CarePen pen)
    {
        // With the evaluation, the 8th treatment day is the 28th of January and the 10th the 4th of February.
        foreach (var day in CarePen.Days("2026-01-07", "2026-06-12", DayOfWeek.Wednesday, DayOfWeek.Friday))
        {
            var reEvaluation = day switch { "2026-02-04" => "2026-03-31", "2026-04-03" => "2026-07-01", _ => "" };
            pen.On(day, Therapist, Session(pen, "pt", day, 4, reEvaluation));
        }
        pen.On("2026-02-19", Therapist, new RecordSessionRequest
        {
            TherapyOrderId = pen.Id("pt"),
            SessionDate = "2026-02-19",
            Attendance = SessionAttendance.Missed,
            AttendanceReason = "Snow.",
            Purpose = SessionPurpose.Treatment,
        });
        // The second report is a day late.
        foreach (var day in new[] { "2026-02-04", "2026-03-12", "2026-04-15", "2026-05-20" }) pen.On(day, Therapist, Report(pen, "pt", day));

        foreach (var day in CarePen.Days("2026-01-08", "2026-02-26", DayOfWeek.Thursday))
            pen.On(day, OccupationalTherapist, Session(pen, "ot", day, null, day == "2026-02-12" ? "2026-03-10" : ""));
        pen.On("2026-03-02", OccupationalTherapist, Report(pen, "ot", "2026-03-02"));
        foreach (var day in CarePen.Days("2026-01-12", "2026-03-09", DayOfWeek.Monday))
            pen.On(day, Psychologist, Session(pen, "psychology", day, null, day == "2026-02-09" ? "2026-03-20" : ""));
    }

    /// <summary>A re-evaluation where the day of the next one is given.</summary>
    private static RecordSessionRequest Session(CarePen pen, string order, string day, int? pain, string nextReEvaluation)
    {
        var session = new RecordSessionRequest
        {
            SessionId = pen.Id($"{order} session of {day}"),
            TherapyOrderId = pen.Id(order),
            SessionDate = day,
            Attendance = SessionAttendance.Attended,
            Purpose = nextReEvaluation.Length > 0 ? SessionPurpose.ReEvaluation : SessionPurpose.Treatment,
            TimedMinutes = 45,
            Interventions = { Intervention.TherapeuticExercise },
            Response = "Tolerated well.",
            NextReevaluationDate = nextReEvaluation,
        };
        if (pain is { } before) session.PainBefore = before;
        return session;
    }

    private static FileProgressReportRequest Report(CarePen pen, string order, string day) => new()
    {
        ProgressReportId = pen.Id($"{order} report of {day}"),
        TherapyOrderId = pen.Id(order),
        Text = new() { Objective = "Lifts more.", Assessment = "On course.", Plan = "Continue." },
        Recommendation = ProgressRecommendation.Continue,
        Complete = true,
    };
}
