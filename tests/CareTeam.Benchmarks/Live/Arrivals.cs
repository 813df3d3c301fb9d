using Npgsql;

namespace CareTeam.Benchmarks.Live;

/// <summary>When PostgreSQL committed an event, and how long after that it was in the hands of each watcher. All clocks are this machine's.</summary>
internal sealed class Arrivals(NpgsqlDataSource sql, string planId)
{
    /// <summary>Milliseconds of each delivery of the versions from one to another, sorted.</summary>
    public async Task<double[]> Latencies(IEnumerable<Watcher> watchers, int from, int to)
    {
        var committed = new Dictionary<int, DateTime>();
        await using var command = sql.CreateCommand(
            $"select version, pg_xact_commit_timestamp(xmin) from {StoreRegistration.Schema}.mt_events where tenant_id = '{Staff.Organization}' and stream_id = $1 and version between $2 and $3");
        command.Parameters.AddWithValue(planId);
        command.Parameters.AddWithValue((long)from);
        command.Parameters.AddWithValue((long)to);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) committed[(int)rows.GetInt64(0)] = rows.GetDateTime(1);
        return [.. watchers.SelectMany(w => w.Taken(from, to)).Select(t => (t.At - committed[t.Version]).TotalMilliseconds).Order()];
    }
}
