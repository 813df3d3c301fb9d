using Marten;

namespace CareTeam.Server.Team;

/// <summary>Which plans a transfer is about, from its start on: while it runs, its own steps change who is on which team.</summary>
public sealed record StartedTransfer(string Id, string RequestHash, CaseloadPlans Plans);

public sealed class StartedTransfers(IDocumentStore store)
{
    /// <summary>Of two deliveries at once one is first, and both get its plans. Throws Invalid when the request_id started another transfer.</summary>
    public async Task<CaseloadPlans> FindOrRemember(Caller caller, TransferCaseloadRequest request, Func<Task<CaseloadPlans>> plans, CancellationToken cancel)
    {
        if (await Find(caller, request, cancel) is { } known) return known;
        await using var session = store.LightweightSession(caller.Organization);
        var started = new StartedTransfer(request.RequestId, Receipt.Hash(caller, request), await plans());
        session.Insert(started);
        try
        {
            await session.SaveChangesAsync(CancellationToken.None);
            return started.Plans;
        }
        catch (Exception e) when (StoreFailure.Taken(e) is not null)
        {
            return (await Find(caller, request, cancel))!;
        }
    }

    private async Task<CaseloadPlans?> Find(Caller caller, TransferCaseloadRequest request, CancellationToken cancel)
    {
        await using var session = store.QuerySession(caller.Organization);
        var started = await session.LoadAsync<StartedTransfer>(request.RequestId, cancel);
        return started is null || started.RequestHash == Receipt.Hash(caller, request) ? started?.Plans : throw Fault.Invalid("request_id", "was used before for another request");
    }
}
