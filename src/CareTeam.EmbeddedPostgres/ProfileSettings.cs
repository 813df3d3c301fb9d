namespace CareTeam.EmbeddedPostgres;

/// <summary>The postgresql.conf settings of each profile.</summary>
internal static class ProfileSettings
{
    private static readonly Dictionary<string, string> Every = new()
    {
        ["listen_addresses"] = "127.0.0.1",
        // A socket's path may have only 107 characters, and nothing here needs one.
        ["unix_socket_directories"] = "",
        ["max_connections"] = "300",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["lc_messages"] = "C",
        ["logging_collector"] = "off",
        ["log_destination"] = "stderr",
        ["jit"] = "off",
    };

    private static readonly Dictionary<string, string> Durable = new()
    {
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",
        ["full_page_writes"] = "on",
        ["shared_buffers"] = "256MB",
        ["effective_cache_size"] = "1GB",
        ["random_page_cost"] = "1.1",
        ["max_wal_size"] = "2GB",
        ["checkpoint_timeout"] = "15min",
        // A refused row is repeated in DETAIL, a failed statement in STATEMENT: neither may carry a patient's data into the log.
        ["log_error_verbosity"] = "terse",
        ["log_min_error_statement"] = "panic",
    };

    private static readonly Dictionary<string, string> Throwaway = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["autovacuum"] = "off",
        ["shared_buffers"] = "128MB",
        // In the folder, so that it goes with it even after kill -9; /dev/shm would keep it, and has only 64 MB in a container.
        ["dynamic_shared_memory_type"] = "mmap",
    };

    public static IReadOnlyDictionary<string, string> Of(PostgresClusterOptions options) =>
        Every.Concat(options.Profile == PostgresProfile.Durable ? Durable : Throwaway).Concat(options.Settings)
            .GroupBy(s => s.Key.ToLowerInvariant())
            .ToDictionary(s => s.Key, s => s.Last().Value);
}
