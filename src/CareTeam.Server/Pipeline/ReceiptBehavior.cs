using CareTeam.Server.Errors;
using CareTeam.Server.Storage;
using CareTeam.V1;
using Google.Protobuf;
using MediatR;

namespace CareTeam.Server.Pipeline;

/// <summary>
/// A repeated request_id gets the remembered answer. The receipt is written with the events and found by its unique key, so
/// nothing is looked up until a command fails: on the key itself, on a decision that the first time has already changed, or
/// on a connection that died during the commit, when only the receipt knows how it ended.
/// </summary>
public sealed class ReceiptBehavior<TCall, TResponse>(ReceiptStore receipts) : IPipelineBehavior<TCall, TResponse>
    where TResponse : IMessage
{
    public async Task<TResponse> Handle(TCall call, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (call is not Call<TResponse> { Request: ICommand<TResponse> command, Caller: var caller }) return await next();
        try
        {
            return await next();
        }
        catch (Exception e) when (MayBeARepeat(e))
        {
            var remembered = await receipts.Find(caller, command, cancellationToken);
            if (remembered is not null) return remembered;
            throw;
        }
    }

    private static bool MayBeARepeat(Exception e) =>
        e is RequestIdTakenException
        or CareTeamException { Kind: ErrorKind.Refused or ErrorKind.Conflict or ErrorKind.Forbidden or ErrorKind.NotFound or ErrorKind.Invalid }
        or OutcomeUnknownException;
}
