using CareTeam.Cli.Access;

namespace CareTeam.Cli.Demo;

/// <summary>A connection for each person, with a token of their own.</summary>
public sealed class DemoCast(DevelopmentToken tokens, string organization, Uri server, Resend resend) : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);
    private readonly Dictionary<string, ServerConnection> connections = [];

    public ServerConnection As(Person person)
    {
        if (!connections.TryGetValue(person.PersonId, out var connection))
        {
            connection = new ServerConnection(server, tokens.For(organization, person, TimeProvider.System.GetUtcNow(), LongEnough), resend);
            connections.Add(person.PersonId, connection);
        }
        return connection;
    }

    public void Dispose()
    {
        foreach (var connection in connections.Values) connection.Dispose();
    }
}
