using Npgsql;

namespace CareTeam.Server.Storage;

/// <summary>Where the store is. Its own database server applies its schema by itself; a configured one gets it by `db apply`.</summary>
public sealed record StoreConnection(string ConnectionString, bool AppliesSchema)
{
    /// <summary>
    /// What every connection needs, unless the operator says otherwise: UTC, because Marten writes "now() at time zone utc"; prepared statements (measured:
    /// a third more commands); no reset between uses (a sixth more; nothing here keeps session state).
    /// </summary>
    public static StoreConnection Tuned(string connectionString, bool appliesSchema)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var tuned = new NpgsqlConnectionStringBuilder
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            MaxPoolSize = 32,
            Timeout = 3,
            CommandTimeout = 15,
            ApplicationName = "careteam",
        };
        foreach (var key in given.Keys) tuned[key] = given[key];
        tuned.Timezone = "UTC";
        return new(tuned.ConnectionString, appliesSchema);
    }
}
