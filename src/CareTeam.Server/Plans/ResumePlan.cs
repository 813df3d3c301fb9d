namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ResumePlanResponse> ResumePlan(ResumePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead takes a plan on hold up again.</summary>
public sealed class ResumePlan : PlanCommand<ResumePlanRequest, ResumePlanResponse>
{
    public override Permission Who => Permission.Lead;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ResumePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Active) yield break;
        plan.MustBe("resume it", PlanStatus.OnHold);
        yield return new PlanEvent { PlanResumed = new() };
    }
}
