namespace CareTeam.Server.History;

partial class HistoryGrpc
{
    public override Task<DiffPlanResponse> DiffPlan(DiffPlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>How a plan differs between two moments, in words.</summary>
public sealed class DiffPlan(PlanStore plans, PlanMoments moments) : RpcUseCase<DiffPlanRequest, DiffPlanResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(DiffPlanRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        Check("from", request.From, violations);
        Check("to", request.To, violations);
    }

    public override async Task<DiffPlanResponse> Answer(DiffPlanRequest request, Caller caller, CancellationToken cancel)
    {
        var key = new PlanKey(caller.Organization, request.PlanId);
        var now = await plans.ReadFor(caller, request.PlanId, cancel);
        var from = request.From is null ? CarePlanFold.Empty(request.PlanId) : await At(key, now, request.From, "from", cancel);
        var to = request.To is null ? now : await At(key, now, request.To, "to", cancel);
        return new DiffPlanResponse { FromVersion = from.Version, ToVersion = to.Version, Differences = { PlanDiff.Between(from, to) } };
    }

    private Task<CarePlan> At(PlanKey key, CarePlan now, PlanMoment moment, string field, CancellationToken cancel) => moment.MomentCase switch
    {
        PlanMoment.MomentOneofCase.Version => moments.AtVersion(key, now, moment.Version, field + ".version", cancel),
        PlanMoment.MomentOneofCase.KnownAt => moments.KnownAt(key, now, moment.KnownAt, field + ".known_at", cancel),
        _ => moments.TrueAt(key, now, moment.TrueAt, field + ".true_at", cancel),
    };

    private static void Check(string field, PlanMoment? moment, Violations violations)
    {
        if (moment is { MomentCase: PlanMoment.MomentOneofCase.None }) violations.Add(field, "needs a version, known_at or true_at");
        if (moment is { MomentCase: PlanMoment.MomentOneofCase.Version }) violations.Range(field + ".version", moment.Version, 1, int.MaxValue);
    }
}
