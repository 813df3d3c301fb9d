namespace CareTeam.Server.Outcomes;

partial class OutcomeGrpc
{
    public override Task<GetTrajectoryResponse> GetTrajectory(GetTrajectoryRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>All measurements of a plan by one instrument, scored by the definition in effect now, with what was shown then and what else happened.</summary>
public sealed class GetTrajectory(PlanStore plans, PlanHistory history, InstrumentCatalog catalog, TimeProvider clock) : RpcUseCase<GetTrajectoryRequest, GetTrajectoryResponse>
{
    public override Permission Who => Permission.Reader;

    protected override void Validate(GetTrajectoryRequest request, Violations violations)
    {
        violations.Required("plan_id", request.PlanId);
        violations.Required("instrument_id", request.InstrumentId);
    }

    public override async Task<GetTrajectoryResponse> Answer(GetTrajectoryRequest request, Caller caller, CancellationToken cancel)
    {
        var plan = await plans.ReadFor(caller, request.PlanId, cancel);
        var instrument = catalog.Find(request.InstrumentId, clock.Today());
        var outcomes = plan.OutcomesThatHold().Where(o => o.InstrumentId == request.InstrumentId).ToList();
        if (instrument is null && plan.Outcomes.All(o => o.InstrumentId != request.InstrumentId)) throw Fault.NotFound("instrument", request.InstrumentId);
        var marked = await history.OfKinds(new(caller.Organization, request.PlanId), TrajectoryMarkers.Events, plan.Version, cancel);
        return new GetTrajectoryResponse
        {
            Instrument = instrument?.Shown(),
            Series = { Trajectory.Of(instrument, outcomes) },
            Markers = { TrajectoryMarkers.Of(plan, marked) },
        };
    }
}
