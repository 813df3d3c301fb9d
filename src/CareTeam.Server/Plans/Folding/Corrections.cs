namespace CareTeam.Server.Plans;

/// <summary>What was recorded by mistake is corrected by a later record, by who recorded it or who leads the plan, and once: a further correction corrects that one. It stays to be seen.</summary>
public static class Corrections
{
    private const int LongestReason = 2000;

    public static void Check(string corrected, string reason, Violations violations) => violations.Text("correction_reason", reason, LongestReason, required: corrected.Length > 0);

    /// <summary>
    /// The versions of events that record what is corrected by what came about only after a time: it was never true, also at a time at which its own, mistaken, day had come.
    /// Neither was what a mistaken record corrects in its turn.
    /// </summary>
    /// <param name="events">In the order of their versions.</param>
    public static IReadOnlySet<int> MistakenAt(IReadOnlyCollection<PlanEvent> events, Timestamp time)
    {
        var (records, versions) = (new HashSet<string>(), new HashSet<int>());
        // Backwards, so that what corrects a record has been judged before it.
        foreach (var e in events.Reverse())
        {
            var (id, corrects) = Record(e);
            var mistaken = records.Contains(id);
            if (mistaken) versions.Add(e.Version);
            if (corrects.Length > 0 && (mistaken || e.OccurredAt > time)) records.Add(corrects);
        }
        return versions;
    }

    /// <summary>
    /// The id of what an event records, and of what that corrects; empty where it is neither. A procedure is recorded anew under its own id, and corrects what was recorded of
    /// it before; the window that an injection opened is part of its record.
    /// </summary>
    private static (string Id, string Corrects) Record(PlanEvent e) => e switch
    {
        { OutcomeRecorded.Outcome: { } o } => (o.OutcomeId, o.SupersedesOutcomeId),
        { SessionRecorded.Summary: { } s } => (s.SessionId, s.SupersedesSessionId),
        { ProcedureFollowedUp.FollowUp: { } f } => (f.FollowUpId, f.SupersedesFollowUpId),
        { ExamRecorded.Exam: { } x } => (x.ExamId, x.SupersedesExamId),
        { DiagnosticBlockRecorded.Block: { } b } => (b.DiagnosticBlockId, b.SupersedesDiagnosticBlockId),
        { StudyResulted.Result: { } r } => (r.ResultId, r.SupersedesResultId),
        { ProcedureRecorded: { } p } => (p.ProcedureId, p.CorrectionReason.Length > 0 ? p.ProcedureId : ""),
        { RehabilitationWindowOpened.Window: { } w } => (w.ProcedureId, ""),
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
