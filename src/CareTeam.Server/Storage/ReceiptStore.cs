using CareTeam.Server.Access;
using CareTeam.Server.Errors;
using CareTeam.V1;
using Google.Protobuf;
using Marten;

namespace CareTeam.Server.Storage;

/// <summary>Looks a remembered answer up.</summary>
public sealed class ReceiptStore(IDocumentStore store)
{
    /// <summary>Null when the request_id was never used; Invalid when it was, for another request.</summary>
    public async Task<TResponse?> Find<TResponse>(Caller caller, ICommand<TResponse> request, CancellationToken cancel) where TResponse : IMessage
    {
        await using var session = store.QuerySession(caller.Organization);
        var receipt = await session.LoadAsync<Receipt>(request.RequestId, cancel);
        if (receipt is null) return default;
        if (receipt.RequestHash != Receipt.Hash(caller, request))
            throw Fault.Invalid("request_id", "was used before for another request");
        var answer = Activator.CreateInstance<TResponse>();
        answer.MergeFrom(receipt.Answer);
        return answer;
    }

    /// <summary>Which of these request_ids were used.</summary>
    public async Task<IReadOnlySet<string>> Known(string organization, IEnumerable<string> ids, CancellationToken cancel)
    {
        await using var session = store.QuerySession(organization);
        return (await session.LoadManyAsync<Receipt>(cancel, ids)).Select(r => r.Id).ToHashSet();
    }

    /// <summary>The answers to steps of a request, by the ids of their receipts, as far as there are any. Throws Invalid when one of the ids was used for something else.</summary>
    public async Task<Dictionary<string, byte[]>> Answers<TResponse>(Caller caller, ICommand<TResponse> request, IEnumerable<string> ids, CancellationToken cancel) where TResponse : IMessage
    {
        await using var session = store.QuerySession(caller.Organization);
        var found = await session.LoadManyAsync<Receipt>(cancel, ids);
        var hash = Receipt.Hash(caller, request);
        return found.All(r => r.RequestHash == hash) ? found.ToDictionary(r => r.Id, r => r.Answer) : throw Fault.Invalid("request_id", "was used before for another request");
    }
}
