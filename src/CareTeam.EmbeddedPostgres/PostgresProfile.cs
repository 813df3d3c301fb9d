namespace CareTeam.EmbeddedPostgres;

/// <summary>What a cluster promises about the data written to it.</summary>
public enum PostgresProfile
{
    /// <summary>A committed transaction survives kill -9 and power loss; for real data, crash tests and benchmarks.</summary>
    Durable,

    /// <summary>As fast as it gets and lost with the machine; for tests.</summary>
    Throwaway,
}
