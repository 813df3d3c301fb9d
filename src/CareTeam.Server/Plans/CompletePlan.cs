using CareTeam.Server.Diagnostics;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<CompletePlanResponse> CompletePlan(CompletePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead completes the plan, once no task and no study of it is open.</summary>
public sealed class CompletePlan : PlanCommand<CompletePlanRequest, CompletePlanResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(CompletePlanRequest request, Violations violations)
    {
        violations.Text("summary", request.Summary, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CompletePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Completed) yield break;
        plan.MustBe("complete it", PlanStatus.Active, PlanStatus.OnHold);
        var open = plan.Tasks.Count(t => t.IsOpen());
        if (open > 0)
            throw Fault.Refused("plan.tasks-closed", $"plan/{plan.PlanId}", $"{open} tasks of the plan are open; complete or cancel them first.");
        // The task of one may have been declined, so that no open task tells of it.
        if (plan.Procedures.FirstOrDefault(p => p.Status == ProcedureStatus.Scheduled) is { } procedure)
            throw Fault.Refused("plan.procedures-done", $"procedure/{procedure.ProcedureId}", "A procedure of the plan is scheduled; record or cancel it first.");
        var waiting = plan.Studies.Count(s => s.IsOpen());
        if (waiting > 0)
            throw Fault.Refused("plan.studies-closed", $"plan/{plan.PlanId}", $"{waiting} studies of the plan have no result; record it or cancel them first.");
        yield return new PlanEvent { PlanCompleted = new() { Summary = request.Summary } };
    }
}
