namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ActivatePlanResponse> ActivatePlan(ActivatePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead starts a draft.</summary>
public sealed class ActivatePlan : PlanCommand<ActivatePlanRequest, ActivatePlanResponse>
{
    public override Permission Who => Permission.Lead;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ActivatePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Active) yield break;
        plan.MustBe("activate it", PlanStatus.Draft);
        yield return new PlanEvent { PlanActivated = new() };
    }
}
