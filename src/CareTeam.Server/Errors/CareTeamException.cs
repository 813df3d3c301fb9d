using Google.Protobuf;

namespace CareTeam.Server.Errors;

public enum ErrorKind
{
    Unauthenticated,
    Invalid,
    NotFound,
    Forbidden,
    Refused,
    Conflict,
    TooMany,
    Unavailable,
}

/// <summary>The one way to say no. The interceptor and the hub turn it into google.rpc.Status; nothing else decides a status.</summary>
public sealed class CareTeamException(ErrorKind kind, string reason, string message, IReadOnlyList<IMessage>? details = null, Exception? cause = null)
    : Exception(message, cause)
{
    public ErrorKind Kind { get; } = kind;

    /// <summary>Machine-readable, stable, UPPER_SNAKE_CASE; for a refusal the id of the rule.</summary>
    public string Reason { get; } = reason;

    /// <summary>google.rpc details beside the ErrorInfo that every error carries.</summary>
    public IReadOnlyList<IMessage> Details { get; } = details ?? [];
}
