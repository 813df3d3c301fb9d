using Google.Protobuf;
using Google.Protobuf.Collections;

namespace CareTeam.Server.Therapy;

/// <summary>What the events of orders, sessions, reports and certification do to a plan.</summary>
public static class TherapyFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case TherapyOrdered c: plan.TherapyOrders.Add(Ordered(e, c)); break;
            case TherapyOrderRevised c: On(plan, c.TherapyOrderId, o => Revise(o, c)); break;
            case TherapyDischarged c:
                On(plan, c.TherapyOrderId, o =>
                    (o.Status, o.DischargeReason, o.DischargeSummary, o.DischargedDate) = (TherapyOrderStatus.Discharged, c.Reason, c.Summary, c.DischargedDate));
                break;
            case TherapyCertified c: On(plan, c.TherapyOrderId, o => o.Certifications.Add(c.Certification)); break;
            case VerbalOrderRecorded c: On(plan, c.TherapyOrderId, o => o.VerbalOrder = c.VerbalOrder); break;
            case TherapyPlanSentRecorded c: On(plan, c.TherapyOrderId, o => Send(o, c.PlanSent)); break;
            case SessionRecorded c: Record(plan, e, c); break;
            case ProgressReportFiled c: File(plan.ProgressReports, c.Report); break;
            case RehabilitationWindowOpened c: Open(plan.RehabilitationWindows, c.Window); break;
            default: return false;
        }
        return true;
    }

    private static void On(CarePlan plan, string therapyOrderId, Action<TherapyOrder> change) => plan.TherapyOrders.Change(o => o.TherapyOrderId == therapyOrderId, change);

    private static TherapyOrder Ordered(PlanEvent e, TherapyOrdered ordered) => new()
    {
        TherapyOrderId = ordered.TherapyOrderId,
        Discipline = ordered.Discipline,
        Status = TherapyOrderStatus.Active,
        Prescription = ordered.Prescription,
        EndDate = ordered.EndDate,
        EstablishedDate = ordered.EstablishedDate,
        OrderedBy = e.Actor,
        OrderedAt = e.RecordedAt,
        TaskId = ordered.TaskId,
        EvaluationSessionId = ordered.EvaluationSessionId,
        Findings = { ordered.Findings },
    };

    private static void Revise(TherapyOrder order, TherapyOrderRevised revised)
    {
        (order.Prescription, order.EndDate, order.TaskId) = (revised.Prescription, revised.EndDate, revised.TaskId);
        order.Findings.Add(revised.Findings);
        if (revised.EvaluationSessionId.Length > 0) order.EvaluationSessionId = revised.EvaluationSessionId;
    }

    /// <summary>What was sent with a referral on file may stand for the signature, whatever is sent later.</summary>
    private static void Send(TherapyOrder order, TherapyPlanSent sent)
    {
        if (order.PlanSent is { ReferralSignedDate.Length: > 0 } earlier) order.EarlierPlansSent.Add(earlier);
        order.PlanSent = sent;
    }

    private static void Record(CarePlan plan, PlanEvent e, SessionRecorded recorded)
    {
        var corrected = plan.Sessions.FirstOrDefault(s => s.SessionId == recorded.Summary.SupersedesSessionId);
        if (corrected is not null) Supersede(plan, corrected, recorded.Summary.SessionId);
        var kept = recorded.Summary.Clone();
        if (corrected is { NextReevaluationDate.Length: > 0 }) TakeBack(plan, corrected, kept, recorded.NextReevaluationDate);
        if (corrected is not null || kept.TreatedBy is null) (kept.RecordedBy, kept.RecordedAt) = (e.Actor, e.RecordedAt);
        kept.Activities.Add(recorded.Activities);
        if (recorded.NextReevaluationDate.Length > 0)
        {
            On(plan, kept.TherapyOrderId, o => (kept.ReevaluationBeforeDate, o.Prescription.ReevaluationDate) = (o.Prescription.ReevaluationDate, recorded.NextReevaluationDate));
            kept.NextReevaluationDate = recorded.NextReevaluationDate;
        }
        plan.Sessions.Add(kept);
        ExercisesFold.Count(plan, recorded.Activities, atHome: false);
        if (corrected is not null) ExercisesFold.CountAnew(plan, corrected.Activities);
    }

    /// <summary>What came of a session goes with it: the order rests on what takes its place.</summary>
    private static void Supersede(CarePlan plan, TherapySessionSummary corrected, string by)
    {
        plan.Sessions.Change(s => s == corrected, s => s.SupersededBySessionId = by);
        for (var i = 0; i < plan.TherapyOrders.Count; i++)
        {
            var order = plan.TherapyOrders[i];
            if (order.EvaluationSessionId == corrected.SessionId) On(plan, order.TherapyOrderId, o => o.EvaluationSessionId = by);
        }
    }

    /// <summary>
    /// The day that a re-evaluation had named. While it is the order's, the order's is again what it was before. When a later re-evaluation or a revision has named another, that one stays: a
    /// correction that is a re-evaluation still stands in the same place, and where it is none, the later one follows what was before.
    /// </summary>
    private static void TakeBack(CarePlan plan, TherapySessionSummary corrected, TherapySessionSummary correction, string named)
    {
        var place = Place(plan, corrected).SessionId;
        var follows = plan.Sessions.SkipWhile(s => s.SessionId != place).FirstOrDefault(s =>
            s is { SupersededBySessionId: "", NextReevaluationDate.Length: > 0 } && s.TherapyOrderId == corrected.TherapyOrderId && s.ReevaluationBeforeDate == corrected.NextReevaluationDate);
        var isTheOrders = plan.TherapyOrders.Any(o => o.TherapyOrderId == corrected.TherapyOrderId && o.Prescription.ReevaluationDate == corrected.NextReevaluationDate);
        if (follows is null && isTheOrders) On(plan, corrected.TherapyOrderId, o => o.Prescription.ReevaluationDate = corrected.ReevaluationBeforeDate);
        else if (named.Length == 0 && correction is { Purpose: SessionPurpose.ReEvaluation, Attendance: SessionAttendance.Attended } && correction.TherapyOrderId == corrected.TherapyOrderId)
            (correction.ReevaluationBeforeDate, correction.NextReevaluationDate) = (corrected.ReevaluationBeforeDate, corrected.NextReevaluationDate);
        else if (follows is not null) plan.Sessions.Change(s => s == follows, s => s.ReevaluationBeforeDate = corrected.ReevaluationBeforeDate);
    }

    /// <summary>The session in whose place a re-evaluation stands: itself, or what it corrects.</summary>
    private static TherapySessionSummary Place(CarePlan plan, TherapySessionSummary session) =>
        session.SupersedesSessionId.Length > 0 && plan.Sessions.FirstOrDefault(s => s.SessionId == session.SupersedesSessionId) is { } before
        && (before.ReevaluationBeforeDate, before.NextReevaluationDate) == (session.ReevaluationBeforeDate, session.NextReevaluationDate) ? Place(plan, before) : session;

    /// <summary>Of a procedure whose day was corrected, in the place of the window that it had opened.</summary>
    private static void Open(RepeatedField<RehabilitationWindow> windows, RehabilitationWindow opened)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            if (windows[i].RehabilitationWindowId != opened.RehabilitationWindowId) continue;
            windows[i] = opened;
            return;
        }
        windows.Add(opened);
    }

    private static void File(RepeatedField<ProgressReport> reports, ProgressReport filed)
    {
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i].ProgressReportId != filed.ProgressReportId) continue;
            reports[i] = filed;
            return;
        }
        reports.Add(filed);
    }
}
