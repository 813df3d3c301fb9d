namespace CareTeam.Server.Therapy;

/// <summary>
/// Treatment days are the days on which the patient was treated, the evaluation included, never calendar days; two sessions of a day are one. They are counted from the
/// sessions each time, since a late entry may add one before others.
/// </summary>
public static class TreatmentDays
{
    /// <summary>Of an order, in order.</summary>
    public static IReadOnlyList<DateOnly> Of(CarePlan plan, TherapyOrder order)
    {
        var days = Attended(plan, order).Select(s => Dates.Of(s.SessionDate)).ToList();
        days.Sort();
        return [.. days.Where((day, i) => i == 0 || day != days[i - 1])];
    }

    /// <summary>How many days from one on were treated by the order itself: what its series counts.</summary>
    public static int TreatedSince(CarePlan plan, TherapyOrder order, DateOnly from) => Treated(plan, order).Select(s => Dates.Of(s.SessionDate)).Where(day => day >= from).Distinct().Count();

    /// <summary>Treatment has begun, on that day or on any: an evaluation from before the order is its first day, and no treatment by it yet.</summary>
    public static bool HasTreated(CarePlan plan, TherapyOrder order, DateOnly? on = null) =>
        Treated(plan, order).Any(s => on is null || Dates.Of(s.SessionDate) == on);

    private static IEnumerable<TherapySessionSummary> Treated(CarePlan plan, TherapyOrder order) => Attended(plan, order).Where(s => s.TherapyOrderId == order.TherapyOrderId);

    public static IEnumerable<TherapySessionSummary> Attended(CarePlan plan, TherapyOrder order) =>
        Sessions(plan, order).Where(s => s.Attendance == SessionAttendance.Attended);

    /// <summary>All of an order that hold, missed and cancelled ones too, and the evaluation that it is based on.</summary>
    public static IEnumerable<TherapySessionSummary> Sessions(CarePlan plan, TherapyOrder order) =>
        plan.SessionsThatHold().Where(s => s.TherapyOrderId == order.TherapyOrderId || (order.EvaluationSessionId.Length > 0 && s.SessionId == order.EvaluationSessionId));
}
