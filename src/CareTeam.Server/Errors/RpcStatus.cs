using System.Diagnostics;
using CareTeam.Server.Storage;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CareTeam.Server.Errors;

/// <summary>What of an exception the caller gets to see: the one map from errors to google.rpc.Status, for gRPC and for the hub.</summary>
public static class RpcStatus
{
    public const string Domain = "careteam";

    public static Status For(Exception exception, ILogger log) => exception switch
    {
        CareTeamException known => Known(known),
        OperationCanceledException => new Status { Code = (int)StatusCode.Cancelled, Message = "The call was cancelled." },
        // Grpc.AspNetCore's own: a deadline, a message over the size limit, a bad frame.
        RpcException rpc => new Status { Code = (int)rpc.StatusCode, Message = rpc.Status.Detail },
        _ when StoreFailure.IsUnreachable(exception) => Known(Fault.Unavailable("The store is out of reach. Send it again with the same request_id.")),
        _ when StoreFailure.IsOfNewerBuild(exception) => Known(Fault.Unavailable("The plan has events that only a newer version of the server can read. Send it again with the same request_id.")),
        _ => Unknown(exception, log),
    };

    private static Status Known(CareTeamException e)
    {
        var status = new Status { Code = (int)CodeOf(e.Kind), Message = e.Message };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = Domain, Reason = e.Reason }));
        status.Details.AddRange(e.Details.Select(Any.Pack));
        return status;
    }

    // Neither the caller nor the log gets its message, which may quote what a person wrote.
    private static Status Unknown(Exception exception, ILogger log)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("N");
        Log.Unexpected(log, trace, Outline.Of(exception));
        var status = new Status { Code = (int)StatusCode.Internal, Message = $"Something went wrong; the log tells more under trace {trace}." };
        status.Details.Add(Any.Pack(new RequestInfo { RequestId = trace }));
        return status;
    }

    private static StatusCode CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Unauthenticated => StatusCode.Unauthenticated,
        ErrorKind.Invalid => StatusCode.InvalidArgument,
        ErrorKind.NotFound => StatusCode.NotFound,
        ErrorKind.Forbidden => StatusCode.PermissionDenied,
        ErrorKind.Refused => StatusCode.FailedPrecondition,
        ErrorKind.Conflict => StatusCode.Aborted,
        ErrorKind.TooMany => StatusCode.ResourceExhausted,
        ErrorKind.Unavailable => StatusCode.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Unexpected failure, trace {Trace}: {Outline}")]
    public static partial void Unexpected(ILogger log, string trace, string outline);
}
