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
            case TherapyPlanSentRecorded c: On(plan, c.TherapyOrderId, o => o.PlanSent = c.PlanSent); break;
            case SessionRecorded c: Record(plan, c); break;
            case ProgressReportFiled c: File(plan.ProgressReports, c.Report); break;
            case RehabilitationWindowOpened c: plan.RehabilitationWindows.Add(c.Window); break;
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

    private static void Record(CarePlan plan, SessionRecorded recorded)
    {
        plan.Sessions.Add(recorded.Summary);
        ExercisesFold.Count(plan, recorded.Activities);
        if (recorded.NextReevaluationDate.Length > 0) On(plan, recorded.Summary.TherapyOrderId, o => o.Prescription.ReevaluationDate = recorded.NextReevaluationDate);
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
