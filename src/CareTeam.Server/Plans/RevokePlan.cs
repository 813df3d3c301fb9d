using CareTeam.Server.Diagnostics;
using CareTeam.Server.Procedures;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<RevokePlanResponse> RevokePlan(RevokePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead ends a plan before its time; its open studies, scheduled procedures and open tasks are cancelled with it.</summary>
public sealed class RevokePlan : PlanCommand<RevokePlanRequest, RevokePlanResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(RevokePlanRequest request, Violations violations)
    {
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RevokePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Revoked) yield break;
        plan.MustBe("revoke it", PlanStatus.Draft, PlanStatus.Active, PlanStatus.OnHold);
        foreach (var study in plan.Studies.Where(s => s.IsOpen()))
            yield return new PlanEvent { StudyCancelled = new() { StudyId = study.StudyId, Reason = "The plan was revoked." } };
        foreach (var task in plan.Tasks.Where(t => t.IsOpen()))
            yield return new PlanEvent { TaskCancelled = new() { TaskId = task.TaskId, Reason = "The plan was revoked." } };
        foreach (var procedure in plan.Procedures.Where(p => p.Status == ProcedureStatus.Scheduled))
            yield return new PlanEvent { ProcedureCancelled = new() { ProcedureId = procedure.ProcedureId, Reason = "The plan was revoked." } };
        yield return new PlanEvent { PlanRevoked = new() { Reason = request.Reason } };
    }
}
