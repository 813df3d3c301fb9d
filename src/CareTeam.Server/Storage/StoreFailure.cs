using System.Net.Sockets;
using JasperFx;
using JasperFx.Events;
using Npgsql;

namespace CareTeam.Server.Storage;

/// <summary>What an exception of Marten or Npgsql means. Marten reports all that one batch collided with together.</summary>
public static class StoreFailure
{
    /// <summary>The store did not answer, or not to the end: nothing is known to be done.</summary>
    public static bool IsUnreachable(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsUnreachable),
        // Class 57P: shutdown and crash; 53: out of connections; 08: connection.
        PostgresException pg => pg.SqlState.StartsWith("57P", StringComparison.Ordinal) || pg.SqlState.StartsWith("53", StringComparison.Ordinal)
            || pg.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or SocketException => true,
        _ => IsUnreachable(e.InnerException),
    };

    public static bool IsStaleDecision(Exception? e) => e switch
    {
        null => false,
        AggregateException several => several.InnerExceptions.Any(IsStaleDecision),
        EventStreamUnexpectedMaxEventIdException or JasperFx.Events.ExistingStreamIdCollisionException or Marten.Exceptions.ExistingStreamIdCollisionException => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "mt_events" or "mt_streams" } => true,
        _ => IsStaleDecision(e.InnerException),
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
