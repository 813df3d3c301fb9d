namespace CareTeam.Server.Procedures;

/// <summary>Questions about a procedure that several use cases ask.</summary>
public static class ProcedureState
{
    public static Procedure Procedure(this CarePlan plan, string procedureId) =>
        plan.Procedures.FirstOrDefault(p => p.ProcedureId == procedureId) ?? throw Fault.NotFound("procedure", procedureId);

    public static bool TakesPlace(this Procedure procedure) => procedure.Status is ProcedureStatus.Scheduled or ProcedureStatus.Completed;

    /// <summary>scheduled -> completed | stopped | cancelled.</summary>
    public static void MustBe(this Procedure procedure, string toDo, params ReadOnlySpan<ProcedureStatus> allowed) =>
        Lifecycle.MustBe("procedure.lifecycle", "procedure", procedure.ProcedureId, procedure.Status, toDo, allowed);

    /// <summary>When it was performed, or is to be.</summary>
    public static DateOnly Day(this Procedure procedure) => Dates.Of(procedure.PerformedDate.Length > 0 ? procedure.PerformedDate : procedure.PlannedDate);

    /// <summary>What was gone through when it was scheduled, without its word on pregnancy once the plan knows something newer.</summary>
    public static PreProcedureChecklist? StandingChecklist(this Procedure procedure, CarePlan plan)
    {
        if (procedure.Checklist is not { } checklist || !plan.SafetyFacts.Any(f => f.Fact.Kind == SafetyFactKind.Pregnancy && f.RecordedAt > procedure.ScheduledAt)) return procedure.Checklist;
        var standing = checklist.Clone();
        standing.Pregnancy = PregnancyStatus.Unspecified;
        return standing;
    }

    /// <summary>As it was done, or is planned.</summary>
    public static InjectionTechnique Technique(this Procedure procedure) => procedure.Performed ?? procedure.Planned;
}
