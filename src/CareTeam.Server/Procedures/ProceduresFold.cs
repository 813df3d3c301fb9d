using Google.Protobuf;

namespace CareTeam.Server.Procedures;

/// <summary>What the procedures' events do to a plan.</summary>
public static class ProceduresFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case ProcedureScheduled c: plan.Procedures.Add(c.Procedure); break;
            case ProcedureRescheduled c: On(plan, c.ProcedureId, p => Reschedule(p, c)); break;
            case ProcedureRecorded c: On(plan, c.ProcedureId, p => Record(p, e, c)); break;
            case ProcedureCancelled c: On(plan, c.ProcedureId, p => (p.Status, p.StatusReason) = (ProcedureStatus.Cancelled, c.Reason)); break;
            case ProcedureFollowedUp c: On(plan, c.ProcedureId, p => FollowUp(p, c.FollowUp)); break;
            default: return false;
        }
        return true;
    }

    private static void On(CarePlan plan, string procedureId, Action<Procedure> change) => plan.Procedures.Change(p => p.ProcedureId == procedureId, change);

    private static void Reschedule(Procedure procedure, ProcedureRescheduled moved)
    {
        procedure.PlannedDate = moved.PlannedDate;
        procedure.Findings.Add(moved.Findings);
    }

    private static void FollowUp(Procedure procedure, ProcedureFollowUp followUp)
    {
        if (procedure.FollowUps.FirstOrDefault(f => f.FollowUpId == followUp.SupersedesFollowUpId) is { } corrected) corrected.SupersededByFollowUpId = followUp.FollowUpId;
        procedure.FollowUps.Add(followUp);
    }

    private static void Record(Procedure procedure, PlanEvent e, ProcedureRecorded recorded)
    {
        if (recorded.CorrectionReason.Length > 0 && procedure.PerformedDate.Length > 0)
            procedure.MistakenRecords.Add(new MistakenProcedureRecord { Record = procedure.Recorded(), CorrectedBy = e.Actor, CorrectedAt = e.RecordedAt, CorrectionReason = recorded.CorrectionReason });
        procedure.CorrectionReason = recorded.CorrectionReason;
        (procedure.Status, procedure.StatusReason, procedure.Region) = (recorded.Status, recorded.StatusReason, recorded.Region);
        (procedure.PerformedDate, procedure.PerformedBy, procedure.Performed) = (recorded.PerformedDate, recorded.PerformedBy, recorded.Performed);
        (procedure.Checklist, procedure.Description, procedure.Complications) = (recorded.Checklist, recorded.Description, recorded.Complications);
        // All kinds treat; what is stopped before it could, does not.
        procedure.Therapeutic = recorded.Status == ProcedureStatus.Completed;
        procedure.Findings.Add(recorded.Findings);
    }
}
