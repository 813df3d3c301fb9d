using Npgsql;

namespace CareTeam.Server.Errors;

/// <summary>What may be logged of an exception: its types, its places and the database's code. Messages may quote what a person wrote.</summary>
public static class Outline
{
    public static string Of(Exception exception) => string.Join(Environment.NewLine, Lines(exception));

    /// <summary>Where in the code an outage of the store was noticed tells nobody anything.</summary>
    public static string Brief(Exception exception) => StoreFailure.IsUnreachable(exception) ? "the store is out of reach" : Of(exception);

    private static IEnumerable<string> Lines(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            yield return e is PostgresException pg ? $"{e.GetType().FullName} {pg.SqlState} {pg.TableName} {pg.ConstraintName}" : e.GetType().FullName!;
            if (e.StackTrace is { } stack) yield return stack;
        }
    }
}
