using System.Globalization;

namespace CareTeam.Benchmarks.Measuring;

/// <summary>Processor time of this process, of the server and of PostgreSQL with all its backends.</summary>
public readonly record struct ProcessorTimes(TimeSpan Client, TimeSpan Server, TimeSpan Postgres)
{
    public static ProcessorTimes operator -(ProcessorTimes a, ProcessorTimes b) => new(a.Client - b.Client, a.Server - b.Server, a.Postgres - b.Postgres);
}

public sealed class ProcessorMeter(Site site, Store store)
{
    public ProcessorTimes Read() => new(Environment.CpuUsage.TotalTime, store.Server.ProcessorTime, OperatingSystem.IsLinux() ? Postgres() : TimeSpan.Zero);

    private TimeSpan Postgres()
    {
        var total = TimeSpan.Zero;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), out var process)) total += BackendTime(process);
        return total;
    }

    private TimeSpan BackendTime(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var parent = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1];
            if (process != site.PostmasterProcess && parent != site.PostmasterProcess.ToString(CultureInfo.InvariantCulture)) return TimeSpan.Zero;
            // Nanoseconds on a processor come first; stat itself counts in hundredths of a second.
            var nanoseconds = long.Parse(File.ReadAllText($"/proc/{process}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
            return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }
        catch (IOException)
        {
            // It has just ended.
            return TimeSpan.Zero;
        }
    }
}
