namespace CareTeam.Server.Procedures;

partial class ProcedureGrpc
{
    public override Task<CancelProcedureResponse> CancelProcedure(CancelProcedureRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Who performs procedures calls a scheduled one off; it no longer counts as a session.</summary>
public sealed class CancelProcedure : PlanCommand<CancelProcedureRequest, CancelProcedureResponse>
{
    public override Permission Who => Permission.To(Capability.PerformProcedures);

    protected override void Validate(CancelProcedureRequest request, Violations violations)
    {
        violations.Required("procedure_id", request.ProcedureId);
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CancelProcedureRequest request, Caller caller, Timestamp now)
    {
        var procedure = plan.Procedure(request.ProcedureId);
        if (procedure.Status == ProcedureStatus.Cancelled) yield break;
        procedure.MustBe("be cancelled", ProcedureStatus.Scheduled);
        yield return new PlanEvent { ProcedureCancelled = new() { ProcedureId = procedure.ProcedureId, Reason = request.Reason } };
        foreach (var e in ProcedureTask.Cancelled(plan, procedure, request.Reason)) yield return e;
    }
}
