namespace CareTeam.Server.Outcomes;

partial class OutcomeGrpc
{
    public override Task<ListInstrumentsResponse> ListInstruments(ListInstrumentsRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The catalog as it holds today, with the licence and the source of everything, and no item wording.</summary>
public sealed class ListInstruments(InstrumentCatalog catalog, TimeProvider clock) : RpcUseCase<ListInstrumentsRequest, ListInstrumentsResponse>
{
    public override Permission Who => Permission.AnyCaller;

    public override Task<ListInstrumentsResponse> Answer(ListInstrumentsRequest request, Caller caller, CancellationToken cancel)
    {
        var found = catalog.On(clock.Today()).Where(d => request.InstrumentId.Length == 0 || d.Id == request.InstrumentId).ToList();
        if (found.Count == 0) throw Fault.NotFound("instrument", request.InstrumentId);
        return Task.FromResult(new ListInstrumentsResponse { Instruments = { found.Select(d => d.Shown()) } });
    }
}
