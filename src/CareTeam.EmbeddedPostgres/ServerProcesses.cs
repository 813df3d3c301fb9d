using System.Diagnostics;
using System.Globalization;

namespace CareTeam.EmbeddedPostgres;

/// <summary>The processes of one cluster, found by their titles, since the children of a killed postmaster have no parent to ask.</summary>
internal static class ServerProcesses
{
    public static async Task KillAllAsync(string clusterName, CancellationToken ct)
    {
        while (await OfAsync(clusterName, ct) is { Count: > 0 } processes)
        {
            foreach (var process in processes)
                Signals.Send(process, Signal.Kill);
            await Task.Delay(5, ct);
        }
    }

    public static async Task<IReadOnlyList<int>> OfAsync(string clusterName, CancellationToken ct)
    {
        var all = OperatingSystem.IsLinux() ? FromProc() : await FromPsAsync(ct);
        // The first form is a child's title, the second the postmaster's own command line, which a new child has for a moment.
        // runuser has the name on its command line too, and must live to bury the server.
        return [.. all.Where(p =>
            p.Command.StartsWith($"postgres: {clusterName}: ", StringComparison.Ordinal)
            || (p.Command.Contains("/postgres -D ", StringComparison.Ordinal)
                && p.Command.Contains($"cluster_name={clusterName}", StringComparison.Ordinal)
                && !p.Command.StartsWith("runuser ", StringComparison.Ordinal))).Select(p => p.Id)];
    }

    private static List<(int Id, string Command)> FromProc()
    {
        var all = new List<(int, string)>();
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id))
                continue;
            try
            {
                all.Add((id, File.ReadAllText(Path.Combine(directory, "cmdline")).Replace('\0', ' ')));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Debug.WriteLine(e);
            }
        }

        return all;
    }

    private static async Task<List<(int Id, string Command)>> FromPsAsync(CancellationToken ct)
    {
        var listing = await Command.RunAsync(["ps", "-axo", "pid=,command="], ct: ct);
        return [.. listing.Output.Split('\n').Select(line => line.Trim().Split(' ', 2)).Where(words => words.Length == 2)
            .Select(words => (int.Parse(words[0], CultureInfo.InvariantCulture), words[1]))];
    }
}
