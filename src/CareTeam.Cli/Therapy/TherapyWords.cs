using System.Globalization;

namespace CareTeam.Cli.Therapy;

/// <summary>Therapy in words.</summary>
public static class TherapyWords
{
    /// <summary>physical therapy (core strengthening).</summary>
    public static string Order(Discipline discipline, TherapyPrescription? prescription) =>
        $"{Shown.Words(discipline)}{(prescription?.TherapyType is { Length: > 0 } type ? $" ({type})" : "")}";

    /// <summary>3 a week for 12 weeks from 2026-01-05, re-evaluation by 2026-04-01.</summary>
    public static string Course(TherapyPrescription? prescription)
    {
        if (prescription is null) return "";
        var again = prescription.ReevaluationDate.Length > 0 ? $", re-evaluation by {prescription.ReevaluationDate}" : "";
        return $"{prescription.SessionsPerWeek} a week for {prescription.Weeks} weeks from {prescription.StartDate}{again}";
    }

    public static string Device(DeviceKind kind, string description) => $"{kind.Name()}{(description.Length > 0 ? $" ({description})" : "")}";

    /// <summary>2026-03-02: treatment by Rosa Rivera, 38 min, pain 5 -> 3.</summary>
    public static string Session(TherapySessionSummary? session) => session is null ? "" : $"{session.SessionDate}: {SessionOfTheDay(session)}";

    public static string SessionOfTheDay(TherapySessionSummary session)
    {
        var what = session.Attendance == SessionAttendance.Attended
            ? $"{Purpose(session.Purpose)} by {Shown.Name(session.TreatedBy)}{(session.SupervisedBy is { } supervisor ? $" under {Shown.Name(supervisor)}" : "")}"
            : $"{Shown.Words(session.Attendance)}{(session.AttendanceReason.Length > 0 ? $": {session.AttendanceReason}" : "")}";
        var minutes = session.TimedMinutes + session.UntimedMinutes;
        return $"{what}{(minutes > 0 ? $", {minutes} min" : "")}{(session.Telehealth ? ", from afar" : "")}"
            + Pain(session.HasPainBefore ? session.PainBefore : null, session.HasPainAfter ? session.PainAfter : null);
    }

    private static string Purpose(SessionPurpose purpose) => purpose == SessionPurpose.ReEvaluation ? "re-evaluation" : Shown.Words(purpose);

    public static string Pain(int? before, int? after) => (before, after) switch
    {
        (null, null) => "",
        ({ } from, { } to) => $", pain {from} -> {to}",
        ({ } from, null) => $", pain {from} before",
        (null, { } to) => $", pain {to} after",
    };

    public static string Wear(WearSchedule? wear)
    {
        if (wear is null) return "";
        var hours = wear.HoursPerDay > 0 ? $"{wear.HoursPerDay} h a day" : "";
        var days = wear.DaysPerWeek > 0 ? $"{wear.DaysPerWeek} days a week" : "";
        return string.Join(", ", new[] { hours, days, wear.Instructions }.Where(t => t.Length > 0));
    }

    public static string Unit(GradedActivity activity) => activity switch
    {
        GradedActivity.WalkingDistance => "m",
        GradedActivity.Lifting or GradedActivity.Carrying => "lb",
        _ => "min",
    };

    /// <summary>90 min a week; of what counts by its most, 20 lb.</summary>
    public static string Target(double target, GradedActivity activity) =>
        Amount(target, activity) + (activity is GradedActivity.Lifting or GradedActivity.Carrying or GradedActivity.SittingTolerance or GradedActivity.StandingTolerance ? "" : " a week");

    public static string Amount(double amount, GradedActivity activity) => $"{amount.ToString("0.#", CultureInfo.InvariantCulture)} {Unit(activity)}";
}
