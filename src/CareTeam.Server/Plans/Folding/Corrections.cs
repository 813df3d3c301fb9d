namespace CareTeam.Server.Plans;

/// <summary>What was recorded by mistake is corrected by a later record, by who recorded it or who leads the plan, and once: a further correction corrects that one. It stays to be seen.</summary>
public static class Corrections
{
    private const int LongestReason = 2000;

    public static void Check(string corrected, string reason, Violations violations) => violations.Text("correction_reason", reason, LongestReason, required: corrected.Length > 0);

    /// <summary>The records that are corrected by what came about only after a time: they were never true, also at a time at which their own, mistaken, day had come.</summary>
    public static IReadOnlySet<string> MistakenAt(IEnumerable<PlanEvent> events, Timestamp time) =>
        events.Where(e => e.OccurredAt > time).Select(e => Record(e).Corrects).Where(id => id.Length > 0).ToHashSet();

    /// <summary>The id of what an event records, and of what that corrects; empty where it is neither.</summary>
    public static (string Id, string Corrects) Record(PlanEvent e) => e switch
    {
        { OutcomeRecorded.Outcome: { } o } => (o.OutcomeId, o.SupersedesOutcomeId),
        { SessionRecorded.Summary: { } s } => (s.SessionId, s.SupersedesSessionId),
        { ProcedureFollowedUp.FollowUp: { } f } => (f.FollowUpId, f.SupersedesFollowUpId),
        { ExamRecorded.Exam: { } x } => (x.ExamId, x.SupersedesExamId),
        { DiagnosticBlockRecorded.Block: { } b } => (b.DiagnosticBlockId, b.SupersedesDiagnosticBlockId),
        _ => ("", ""),
    };

    /// <param name="kind">The record as its area's rules call it: outcome.</param>
    /// <param name="author">Who recorded it.</param>
    /// <param name="supersededBy">The record that corrected it before; empty: none did.</param>
    public static void MustBeCorrectable(this CarePlan plan, string kind, string id, Person? author, string supersededBy, Caller caller)
    {
        if (!caller.Is(author) && !caller.Is(plan.Lead))
            throw Fault.Refused($"{kind}.corrected-by-author", $"{kind}/{id}", "Only who recorded it, or who leads the plan, corrects it; record one of your own instead.");
        if (supersededBy.Length > 0) throw Fault.Refused($"{kind}.corrected-once", $"{kind}/{id}", $"It was corrected before; correct {supersededBy} instead.");
    }
}
