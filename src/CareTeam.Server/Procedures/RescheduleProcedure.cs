namespace CareTeam.Server.Procedures;

partial class ProcedureGrpc
{
    public override Task<RescheduleProcedureResponse> RescheduleProcedure(RescheduleProcedureRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who performs procedures moves a scheduled one to another day, on which the gates are asked anew; two moves must not pass over each other.</summary>
public sealed class RescheduleProcedure(RuleTable rules) : PlanCommand<RescheduleProcedureRequest, RescheduleProcedureResponse>, IMustSee<RescheduleProcedureRequest>
{
    public override Permission Who => Permission.To(Capability.PerformProcedures);

    protected override void Validate(RescheduleProcedureRequest request, Violations violations)
    {
        violations.Required("procedure_id", request.ProcedureId);
        violations.Required("planned_date", request.PlannedDate);
        violations.Text("reason", request.Reason, 2000, required: false);
        OverrideForm.Check(request.Overrides, violations);
    }

    /// <summary>Who overrides a limit must know how far it is passed already.</summary>
    public bool MustSee(RescheduleProcedureRequest request, PlanEvent other) =>
        other.ProcedureRescheduled?.ProcedureId == request.ProcedureId || (request.Overrides.Count > 0 && other.ChangeCase is PlanEvent.ChangeOneofCase.ProcedureScheduled or PlanEvent.ChangeOneofCase.ProcedureRescheduled);

    public override RescheduleProcedureResponse Reply(CarePlan after, RescheduleProcedureRequest request) => new() { Findings = { after.Procedure(request.ProcedureId).Findings } };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RescheduleProcedureRequest request, Caller caller, Timestamp now)
    {
        var procedure = plan.Procedure(request.ProcedureId);
        procedure.MustBe("be rescheduled", ProcedureStatus.Scheduled);
        if (procedure.PlannedDate == request.PlannedDate) yield break;
        Dates.MustNotBeBefore("planned_date", request.PlannedDate, plan.Patient.BirthDate, "the patient's birth");
        var c = new ProcedureCase(rules, plan, procedure.ProcedureId, procedure.Kind, Dates.Of(request.PlannedDate), procedure.Planned, procedure.Indication, procedure.StandingChecklist(plan));
        c.MustBeOnce();
        var findings = new RuleCheck(rules, plan, caller, now, request.Overrides, procedure.Findings) { OfWhatHappened = c.Day < rules.Day(plan.Coverage, now) }.AskGates(c).Settle($"procedure/{procedure.ProcedureId}");
        foreach (var e in findings.Overrides) yield return e;
        yield return new PlanEvent
        {
            ProcedureRescheduled = new() { ProcedureId = procedure.ProcedureId, PlannedDate = request.PlannedDate, Reason = request.Reason, Findings = { findings.All } },
        };
        foreach (var e in ProcedureTask.Moved(plan, procedure, request.PlannedDate, request.Reason)) yield return e;
    }
}
