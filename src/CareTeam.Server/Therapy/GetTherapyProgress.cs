namespace CareTeam.Server.Therapy;

partial class TherapyGrpc
{
    public override Task<GetTherapyProgressResponse> GetTherapyProgress(GetTherapyProgressRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>What the records of a plan add up to by the rules in force today.</summary>
public sealed class GetTherapyProgress(PlanStore plans, RuleTable rules, TimeProvider clock) : RpcUseCase<GetTherapyProgressRequest, GetTherapyProgressResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(GetTherapyProgressRequest request, Violations violations) => violations.Required("plan_id", request.PlanId);

    public override async Task<GetTherapyProgressResponse> Answer(GetTherapyProgressRequest request, Caller caller, CancellationToken cancel)
    {
        var plan = await plans.ReadFor(caller, request.PlanId, cancel);
        return TherapyProgress.Of(plan, rules, rules.Day(plan.Coverage, Clock.Now(clock, notBefore: null)));
    }
}
