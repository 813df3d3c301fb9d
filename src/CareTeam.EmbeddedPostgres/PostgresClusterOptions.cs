namespace CareTeam.EmbeddedPostgres;

/// <summary>Which cluster to start, and who looks after it.</summary>
public sealed record PostgresClusterOptions
{
    /// <summary>A cluster for tests: temporary, fast, gone with the process.</summary>
    public static PostgresClusterOptions Throwaway { get; } = new() { Profile = PostgresProfile.Throwaway };

    /// <summary>The folder that keeps the cluster, its password and its log; null for a temporary one that is removed at the end.</summary>
    public string? Folder { get; init; }

    public PostgresProfile Profile { get; init; } = PostgresProfile.Durable;

    /// <summary>The loopback port; null for a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Where initdb, postgres and pg_ctl are; null to look for them.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>Whether a server that died is started again, on the same port.</summary>
    public bool Supervise { get; init; } = true;

    /// <summary>Whether the server ends when this process is killed; null: only when the folder is temporary.</summary>
    public bool? StopWithParent { get; init; }

    /// <summary>postgresql.conf settings that win over the profile's, such as <c>autovacuum</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
