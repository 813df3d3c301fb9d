using System.Globalization;

namespace CareTeam.EmbeddedPostgres;

/// <summary>What a server says of itself in <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile(int ProcessId, long StartedAt, int Port, bool IsReady)
{
    public static string PathIn(ClusterFolder folder) => Path.Combine(folder.Data, "postmaster.pid");

    public static PostmasterFile? Read(ClusterFolder folder)
    {
        try
        {
            return Parse(File.ReadAllText(PathIn(folder)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    // Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, state; the later ones appear in time.
    public static PostmasterFile? Parse(string text)
    {
        var lines = text.Split('\n');
        return Number(0) is > 0 and var pid
            ? new PostmasterFile((int)pid, Number(2), (int)Number(3), lines.ElementAtOrDefault(7)?.Trim() == "ready")
            : null;

        long Number(int line) =>
            long.TryParse(lines.ElementAtOrDefault(line), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : 0;
    }

    public bool IsSameServerAs(PostmasterFile? other) => other?.ProcessId == ProcessId && other.StartedAt == StartedAt;

    // Well after a crash the recorded number may belong to a stranger, which PostgreSQL takes for a living server.
    public bool IsNowAStranger()
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(ProcessId);
            return process.StartTime.ToUniversalTime() > DateTime.UnixEpoch.AddSeconds(StartedAt + 5);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
