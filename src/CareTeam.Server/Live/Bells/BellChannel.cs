using Npgsql;

namespace CareTeam.Server.Live.Bells;

/// <summary>PostgreSQL's notification channel that the nodes on one database share, and this node's name on it.</summary>
public sealed class BellChannel(StoreConnection store, RuleTable rules, TimeProvider clock)
{
    /// <summary>How these connections are named in pg_stat_activity.</summary>
    public const string ApplicationName = "careteam bells";

    private const string Name = "careteam_bells";

    private readonly string connectionString = new NpgsqlConnectionStringBuilder(store.ConnectionString)
    {
        Pooling = false,
        ApplicationName = ApplicationName,
        // Notices a peer that vanished without a word.
        TcpKeepAlive = true,
    }.ConnectionString;

    /// <summary>What each payload of this node says of it.</summary>
    public Node.V1.Bells Sender { get; } = new() { NodeId = Guid.NewGuid().ToString("N"), Rules = rules.Fingerprint, StartedAt = Timestamp.FromDateTimeOffset(clock.GetUtcNow()) };

    public async Task<NpgsqlConnection> Open(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task Listen(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var listen = new NpgsqlCommand($"listen {Name}", connection);
        await listen.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Its parameter is the payload.</summary>
    public NpgsqlCommand Notify(NpgsqlConnection connection) =>
        new($"select pg_notify('{Name}', $1)", connection) { Parameters = { new NpgsqlParameter<string>() } };
}
