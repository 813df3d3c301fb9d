using CareTeam.Cli.History;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CareTeam.Cli.Errors;

/// <summary>Says why the server did not do it: everything that the status and its details hold.</summary>
public static class RefusalWords
{
    public static int ExitCodeOf(RpcException e) => e.IsUnanswered() ? ExitCode.Unreachable : ExitCode.Refused;

    /// <summary>The plan, when it is at hand, lets a conflict call things by their names.</summary>
    public static IEnumerable<string> Of(RpcException e, CarePlan? plan = null) => Of(e.GetRpcStatus() ?? Unspoken(e), plan);

    private static IEnumerable<string> Of(Status status, CarePlan? plan)
    {
        var details = status.Details.SelectMany(d => Detail(d, plan)).ToArray();
        // A status for software repeats its first detail as its message.
        var message = status.Details.Any(d => d.Is(BadRequest.Descriptor) || d.Is(PreconditionFailure.Descriptor)) ? "" : $"{Reason(status)} {status.Message}";
        yield return Shown.Plain($"{Headline((StatusCode)status.Code)}:{message}");
        foreach (var line in details) yield return "  " + Shown.Plain(line);
        if (status.Code == (int)StatusCode.Unauthenticated) yield return "  In development, `careteam token` makes a token; it may have expired.";
    }

    // No server spoke: the connection itself failed, and why is said by its innermost cause.
    private static Status Unspoken(RpcException e) =>
        new() { Code = (int)e.StatusCode, Message = e.Status.DebugException?.GetBaseException().Message ?? e.Status.Detail };

    private static string Headline(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument => "Not well-formed",
        StatusCode.NotFound => "Not found",
        StatusCode.PermissionDenied => "Not allowed",
        StatusCode.FailedPrecondition => "Refused",
        StatusCode.Aborted => "Something came between",
        StatusCode.Unauthenticated => "Not signed in",
        StatusCode.Unavailable => "The server is out of reach",
        StatusCode.DeadlineExceeded => "The server did not answer in time",
        _ => code.ToString(),
    };

    private static string Reason(Status status) =>
        status.Details.FirstOrDefault(d => d.Is(ErrorInfo.Descriptor))?.Unpack<ErrorInfo>().Reason is { Length: > 0 } reason && !Implied.Contains(reason)
            ? $" [{reason}]"
            : "";

    // What the headline says already.
    private static readonly HashSet<string> Implied = ["INVALID", "NOT_FOUND", "CONFLICT", "UNAVAILABLE", "UNAUTHENTICATED"];

    private static IEnumerable<string> Detail(Google.Protobuf.WellKnownTypes.Any detail, CarePlan? plan)
    {
        if (detail.TryUnpack<BadRequest>(out var bad)) return bad.FieldViolations.Select(v => $"{v.Field}: {v.Description}");
        if (detail.TryUnpack<PreconditionFailure>(out var refused)) return refused.Violations.Select(v => $"{v.Type} ({v.Subject}): {v.Description}");
        if (detail.TryUnpack<PlanConflict>(out var conflict)) return ConflictWords(conflict, plan);
        if (detail.TryUnpack<RequestInfo>(out var request)) return [$"trace {request.RequestId}"];
        return [];
    }

    private static IEnumerable<string> ConflictWords(PlanConflict conflict, CarePlan? plan)
    {
        var words = new PlanEventWords().Knowing(plan ?? new());
        foreach (var e in conflict.Events) yield return words.Line(e);
        var told = conflict.Events.LastOrDefault()?.Version ?? conflict.ExpectedVersion;
        if (conflict.Truncated) yield return $"and more: careteam plan timeline {conflict.PlanId} --after {told}";
        yield return $"If it still is right, send it again with --expected-version {conflict.CurrentVersion}.";
    }
}
