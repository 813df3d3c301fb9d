using CareTeam.Server.History;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<GetPlanResponse> GetPlan(GetPlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The plan now, or as it stood at a version, or as it was known or true at a time. Who may read it is decided by its team now.</summary>
public sealed class GetPlan(PlanStore plans, PlanMoments moments) : RpcUseCase<GetPlanRequest, GetPlanResponse>
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
        plan = request.AsOfCase switch
        {
            GetPlanRequest.AsOfOneofCase.AsOfVersion => await moments.AtVersion(key, plan, request.AsOfVersion, "as_of_version", cancel),
            GetPlanRequest.AsOfOneofCase.AsOfTime => await moments.KnownAt(key, plan, request.AsOfTime, "as_of_time", cancel),
            GetPlanRequest.AsOfOneofCase.TrueAt => await moments.TrueAt(key, plan, request.TrueAt, "true_at", cancel),
            _ => plan,
        };
        return new GetPlanResponse { Plan = plan };
    }
}
