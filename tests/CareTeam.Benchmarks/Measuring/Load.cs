using System.Diagnostics;

namespace CareTeam.Benchmarks.Measuring;

/// <summary>Workers that each start the next one when the last is done, and how that goes.</summary>
public static class Load
{
    private const int WarmAfter = 15_000;
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Background = TimeSpan.FromMilliseconds(500);

    /// <summary>For a time; what falls into the warm-up before it is not counted.</summary>
    public static async Task<Sample> For(IReadOnlyList<IWorker> workers, TimeSpan warmUp, TimeSpan measured, ProcessorMeter processors)
    {
        var from = Stopwatch.GetTimestamp() + Ticks(warmUp);
        var until = from + Ticks(measured);
        var running = workers.Select(worker => Task.Run(() => Repeat(worker, from, until))).ToList();
        await Task.Delay(warmUp);
        var before = processors.Read();
        await Task.Delay(measured);
        var used = processors.Read() - before;
        var latencies = (await Task.WhenAll(running)).SelectMany(l => l).ToList();
        return Sample.Of(latencies, measured, used);
    }

    /// <summary>
    /// Until code that was just started runs at full speed: the just-in-time compiler is done after so many calls, not after so many seconds,
    /// and a busy machine takes longer.
    /// </summary>
    public static async Task UntilWarm(IReadOnlyList<IWorker> workers)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(workers.Select(worker => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref done) <= WarmAfter && watch.Elapsed < MostWarmUp) await worker.Once();
        })));
        // It compiles in the background what was called often; let it.
        await Task.Delay(Background);
    }

    /// <summary>Each worker so many times.</summary>
    public static async Task<Sample> Times(IReadOnlyList<IWorker> workers, int each, ProcessorMeter processors)
    {
        var before = processors.Read();
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(workers.Select(worker => Task.Run(() => Repeat(worker, each))));
        var elapsed = watch.Elapsed;
        return Sample.Of([.. latencies.SelectMany(l => l)], elapsed, processors.Read() - before);
    }

    private static async Task<List<TimeSpan>> Repeat(IWorker worker, long from, long until)
    {
        var latencies = new List<TimeSpan>(4096);
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            if (start >= until) return latencies;
            await worker.Once();
            var end = Stopwatch.GetTimestamp();
            if (end >= from && end < until) latencies.Add(Stopwatch.GetElapsedTime(start, end));
        }
    }

    private static async Task<List<TimeSpan>> Repeat(IWorker worker, int times)
    {
        var latencies = new List<TimeSpan>(times);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await worker.Once();
            latencies.Add(Stopwatch.GetElapsedTime(start));
        }
        return latencies;
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
