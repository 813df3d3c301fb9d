using System.Net.Sockets;
using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace CareTeam.Server.Storage;

/// <summary>What an exception of Marten or Npgsql means. Marten reports all that one batch collided with together.</summary>
public static class StoreFailure
{
    /// <summary>Shutdown and crash, cancelled statement, out of resources, connection, system, and a primary that became a replica.</summary>
    private static readonly string[] Outage = ["57P", "57014", "53", "08", "58", "25006"];

    /// <summary>The store did not answer, or not to the end: nothing is known to be done.</summary>
    public static bool IsUnreachable(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsUnreachable),
        PostgresException pg => Outage.Any(state => pg.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException or SocketException => true,
        _ => IsUnreachable(e.InnerException),
    };

    /// <summary>An event of a kind that this build does not know: a newer one is being rolled out, and its nodes can answer.</summary>
    public static bool IsOfNewerBuild(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsOfNewerBuild),
        JasperFx.Events.UnknownEventTypeException or Marten.Exceptions.UnknownEventTypeException => true,
        _ => IsOfNewerBuild(e.InnerException),
    };

    public static bool IsStaleDecision(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsStaleDecision),
        EventStreamUnexpectedMaxEventIdException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "mt_events" or "mt_streams" } => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } => true,
        _ => IsStaleDecision(e.InnerException),
    };

    /// <summary>What a row was to be inserted for and has one already, as "note/0190..."; null when that is not what happened.</summary>
    public static string? Taken(Exception? e) => e switch
    {
        null => null,
        AggregateException several => several.InnerExceptions.Select(Taken).FirstOrDefault(id => id is not null),
        DocumentAlreadyExistsException { DocType: var type, Id: var id } when type != typeof(Receipt) => $"{type.Name.Replace("Row", "", StringComparison.Ordinal).ToLowerInvariant()}/{id?.ToString()?.Split('/')[^1]}",
        _ => Taken(e.InnerException),
    };

    public static bool IsRequestIdTaken(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsRequestIdTaken),
        DocumentAlreadyExistsException { DocType: var type } => type == typeof(Receipt),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "mt_doc_receipt" } => true,
        _ => IsRequestIdTaken(e.InnerException),
    };
}
