namespace CareTeam.Server.Therapy;

/// <summary>The evaluation that an order is based on, recorded before there was an order. It is the first treatment day: certification and reports are counted from it.</summary>
public static class Evaluations
{
    public static readonly RuleKey OfOrder = new("therapy.evaluation-of-order", "days");

    /// <summary>Attended, of the discipline, and of no other order.</summary>
    public static void MustBeFree(CarePlan plan, string sessionId, Discipline discipline, string orderId)
    {
        var session = plan.SessionsThatHold().FirstOrDefault(s => s.SessionId == sessionId) ?? throw Fault.NotFound("session", sessionId);
        if (!IsFree(plan, session, discipline, orderId))
            throw Fault.Refused("therapy.evaluation-of-its-own", $"session/{session.SessionId}",
                $"An order is based on an attended evaluation of {discipline.ToWords()} that belongs to no order yet.");
    }

    /// <summary>The one that an order which names none is based on; empty, with a finding, where there are several, and empty where there is none or the rule is off.</summary>
    public static string EvaluationBefore(this RuleCheck check, CarePlan plan, Discipline discipline, DateOnly established)
    {
        if (check.InForce(OfOrder) is not { } rule) return "";
        var free = plan.SessionsThatHold().Where(s => IsFree(plan, s, discipline, "") && Dates.Of(s.SessionDate) >= established.AddDays(-rule.Number("days"))).ToList();
        check.Ask(OfOrder, _ => free.Count > 1
            ? $"{free.Count} evaluations belong to no order ({string.Join(", ", free.Select(s => s.SessionDate).Order())}), and the order names none of them: none counts as its first day."
            : null);
        return free.Count == 1 ? free[0].SessionId : "";
    }

    private static bool IsFree(CarePlan plan, TherapySessionSummary session, Discipline discipline, string orderId) =>
        session is { Purpose: SessionPurpose.Evaluation, Attendance: SessionAttendance.Attended, TherapyOrderId: "" } && session.Discipline == discipline
        && plan.TherapyOrders.All(o => o.EvaluationSessionId != session.SessionId || o.TherapyOrderId == orderId);
}
