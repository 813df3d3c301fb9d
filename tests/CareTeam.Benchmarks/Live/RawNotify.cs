using System.Diagnostics;
using Npgsql;

namespace CareTeam.Benchmarks.Live;

/// <summary>What PostgreSQL itself needs from NOTIFY on one connection to the notification on another: the floor under what crosses nodes.</summary>
internal sealed class RawNotify : IAsyncDisposable
{
    private readonly NpgsqlConnection listening;
    private readonly NpgsqlConnection notifying;
    private TaskCompletionSource<long> heard = new();

    private RawNotify(NpgsqlConnection listening, NpgsqlConnection notifying)
    {
        (this.listening, this.notifying) = (listening, notifying);
        listening.Notification += (_, _) => heard.TrySetResult(Stopwatch.GetTimestamp());
    }

    public static async Task<RawNotify> Open(string connectionString)
    {
        var unpooled = connectionString + ";Pooling=false";
        var (listening, notifying) = (new NpgsqlConnection(unpooled), new NpgsqlConnection(unpooled));
        await listening.OpenAsync();
        await notifying.OpenAsync();
        await using var listen = new NpgsqlCommand("listen raw", listening);
        await listen.ExecuteNonQueryAsync();
        return new(listening, notifying);
    }

    /// <summary>Milliseconds of each, sorted.</summary>
    public async Task<double[]> Latencies(int times)
    {
        await using var notify = new NpgsqlCommand("select pg_notify('raw', $1)", notifying) { Parameters = { new NpgsqlParameter<string> { TypedValue = new('x', 100) } } };
        await notify.PrepareAsync();
        var latencies = new double[times];
        for (var i = 0; i < times; i++)
        {
            heard = new();
            var start = Stopwatch.GetTimestamp();
            var sent = notify.ExecuteNonQueryAsync();
            await listening.WaitAsync();
            latencies[i] = Stopwatch.GetElapsedTime(start, await heard.Task).TotalMilliseconds;
            await sent;
        }
        Array.Sort(latencies);
        return latencies;
    }

    public async ValueTask DisposeAsync()
    {
        await listening.DisposeAsync();
        await notifying.DisposeAsync();
    }
}
