namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<HoldPlanResponse> HoldPlan(HoldPlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead interrupts an active plan.</summary>
public sealed class HoldPlan : PlanCommand<HoldPlanRequest, HoldPlanResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(HoldPlanRequest request, Violations violations)
    {
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, HoldPlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.OnHold) yield break;
        plan.MustBe("hold it", PlanStatus.Active);
        yield return new PlanEvent { PlanHeld = new() { Reason = request.Reason } };
    }
}
