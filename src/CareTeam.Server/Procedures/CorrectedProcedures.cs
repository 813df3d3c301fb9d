namespace CareTeam.Server.Procedures;

/// <summary>What was recorded of a procedure by mistake, and a follow-up of one, stay to be seen, and no limit or gate reads them.</summary>
public static class CorrectedProcedures
{
    public static readonly RuleKey AfterSession = new("procedure.corrected-after-session");

    /// <summary>Those that no later one corrects.</summary>
    public static IEnumerable<ProcedureFollowUp> FollowUpsThatHold(this Procedure procedure) => procedure.FollowUps.Where(f => f.SupersededByFollowUpId.Length == 0);

    public static ProcedureFollowUp CorrectableFollowUp(this CarePlan plan, Procedure procedure, string followUpId, Caller caller)
    {
        var followUp = procedure.FollowUps.FirstOrDefault(f => f.FollowUpId == followUpId) ?? throw Fault.NotFound("follow-up", followUpId);
        plan.MustBeCorrectable("follow-up", followUpId, followUp.AssessedBy, followUp.SupersededByFollowUpId, caller);
        return followUp;
    }

    /// <summary>What had been recorded, as the event told it.</summary>
    public static ProcedureRecorded Recorded(this Procedure procedure) => new()
    {
        ProcedureId = procedure.ProcedureId,
        Status = procedure.Status,
        Region = procedure.Region,
        PerformedDate = procedure.PerformedDate,
        PerformedBy = procedure.PerformedBy,
        Performed = procedure.Performed,
        Checklist = procedure.Checklist,
        Description = procedure.Description,
        Complications = procedure.Complications,
        StatusReason = procedure.StatusReason,
        CorrectionReason = procedure.CorrectionReason,
    };

    /// <summary>A later session of its kind was judged by what is corrected: it stays as it is, and who corrects it is told.</summary>
    public static RuleCheck AskLaterSessions(this RuleCheck check, CarePlan plan, Procedure corrected) => check.Ask(AfterSession, _ =>
    {
        var later = plan.Procedures.Where(p => p.ProcedureId != corrected.ProcedureId && p.TakesPlace() && p.Kind.Family() == corrected.Kind.Family() && p.Day() > corrected.Day()).Select(p => p.Day()).ToList();
        return later.Count == 0 ? null : $"The session of {string.Join(", ", later.Distinct().Order().Select(d => d.Iso()))} was judged by what is corrected; look at it again.";
    });
}
