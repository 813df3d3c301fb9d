namespace CareTeam.Server.Therapy;

/// <summary>A session that was recorded by mistake stays to be seen, and whoever counts leaves it out.</summary>
public static class CorrectedSessions
{
    public static readonly RuleKey AfterSignature = new("therapy.corrected-after-signature");

    /// <summary>Those that no later one corrects.</summary>
    public static IEnumerable<TherapySessionSummary> SessionsThatHold(this CarePlan plan) => plan.Sessions.Where(s => s.SupersededBySessionId.Length == 0);

    public static TherapySessionSummary CorrectableSession(this CarePlan plan, string sessionId, Caller caller)
    {
        var session = plan.Sessions.FirstOrDefault(s => s.SessionId == sessionId) ?? throw Fault.NotFound("session", sessionId);
        var author = caller.Is(session.TreatedBy) ? session.TreatedBy : session.RecordedBy;
        plan.MustBeCorrectable("session", sessionId, author, session.SupersededBySessionId, caller);
        return session;
    }

    /// <summary>The plan as it would be without a session: what the rules ask about the one that takes its place.</summary>
    public static CarePlan Without(this CarePlan plan, TherapySessionSummary session, string by)
    {
        var without = ShallowCopy<CarePlan>.Of(plan);
        without.Sessions.Change(s => s.SessionId == session.SessionId, s => s.SupersededBySessionId = by);
        return without;
    }

    /// <summary>What was signed with a session in it stays as it was signed; who corrects the session is told, and the correction says so.</summary>
    public static RuleCheck AskSigned(this RuleCheck check, CarePlan plan, TherapySessionSummary? corrected) =>
        corrected is null ? check : check.Ask(AfterSignature, _ => string.Join(" ", Signed(plan, corrected)) is { Length: > 0 } signed ? signed : null);

    private static IEnumerable<string> Signed(CarePlan plan, TherapySessionSummary session)
    {
        var orders = plan.TherapyOrders.Where(o => o.TherapyOrderId == session.TherapyOrderId || o.EvaluationSessionId == session.SessionId).ToList();
        var reports = plan.ProgressReports.Where(r => r.Status == ProgressReportStatus.Completed && orders.Any(o => o.TherapyOrderId == r.TherapyOrderId)
            && string.CompareOrdinal(session.SessionDate, r.PeriodEndDate) <= 0).ToList();
        if (reports.Count > 0) yield return $"The progress report up to {reports.Min(r => r.PeriodEndDate)} was completed with this session in it.";
        if (session.Attendance == SessionAttendance.Attended && orders.Exists(o => o.Certifications.Count > 0)) yield return "The order was certified with this session in it.";
        if (orders.Exists(o => o.EvaluationSessionId == session.SessionId)) yield return "The order is based on this evaluation.";
        if (plan.Notes.Any(n => n.NoteId == session.NoteId && n.Cosignatures.Count > 0)) yield return "The note of this session was co-signed.";
    }
}
