using CareTeam.Server.History;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<GetPlanResponse> GetPlan(GetPlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The plan now, or as it stood at a version, or as it was known or true at a time. Who may read it is decided by its team now.</summary>
public sealed class GetPlan(PlanStore plans, PlanMoments moments) : RpcUseCase<GetPlanRequest, GetPlanResponse>
{
    public const int MostBytes = 4 * 1024 * 1024 - 64 * 1024;

    /// <summary>They are not worth the time in proportion to the plan that weighing takes.</summary>
    private const int FewNotes = 100;

    public override Permission Who => Permission.ReaderOrScreen;

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
        return Shown(plan);
    }

    /// <summary>Notes are never refused (PlanBounds), so a plan may outgrow what clients take; it must still open.</summary>
    public static GetPlanResponse Shown(CarePlan plan)
    {
        if (plan.Notes.Count < FewNotes) return new() { Plan = plan };
        var (bytes, left) = (plan.CalculateSize(), 0);
        // Two bytes at least tell that a note comes and how long it is.
        for (; bytes > MostBytes && left < plan.Notes.Count; left++) bytes -= plan.Notes[left].CalculateSize() + 2;
        if (left == 0) return new() { Plan = plan };
        var shown = ShallowCopy<CarePlan>.Of(plan);
        shown.Notes.Clear();
        shown.Notes.AddRange(plan.Notes.Skip(left));
        return new() { Plan = shown, NotesLeftOut = left };
    }
}
