
namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<GetPlanResponse> GetPlan(GetPlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The plan now, or as it stood at a version or a time. Who may read it is decided by its team now.</summary>
public sealed class GetPlan(PlanStore plans, PlanHistory history) : RpcUseCase<GetPlanRequest, GetPlanResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(GetPlanRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        if (request.HasAsOfVersion) violations.Range("as_of_version", request.AsOfVersion, 1, int.MaxValue);
    }

    public override async Task<GetPlanResponse> Answer(GetPlanRequest request, Caller caller, CancellationToken cancel)
    {
        var key = new PlanKey(caller.Organization, request.PlanId);
        var plan = await plans.ReadFor(caller, request.PlanId, cancel);
        if (request.HasAsOfVersion) plan = await At(key, plan, request.AsOfVersion, cancel);
        else if (request.AsOfTime is not null) plan = await At(key, plan, Math.Min(plan.Version, await VersionAt(key, request.AsOfTime, cancel)), cancel);
        return new GetPlanResponse { Plan = plan };
    }

    private async Task<CarePlan> At(PlanKey key, CarePlan now, int version, CancellationToken cancel)
    {
        if (version > now.Version) throw Fault.Invalid("as_of_version", $"is {version}; the plan is at version {now.Version}");
        return version == now.Version ? now : await plans.ReadAsOf(key, version, cancel);
    }

    private async Task<int> VersionAt(PlanKey key, Timestamp time, CancellationToken cancel)
    {
        var version = await history.VersionAt(key, time, cancel);
        return version > 0 ? version : throw Fault.Invalid("as_of_time", "is before the plan was created");
    }
}
