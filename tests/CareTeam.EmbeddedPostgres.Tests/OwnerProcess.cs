using System.Diagnostics;
using System.Globalization;

namespace CareTeam.EmbeddedPostgres.Tests;

/// <summary>Another process that starts a cluster, so that a test can kill it.</summary>
internal sealed class OwnerProcess : IDisposable
{
    public const string Role = "own-a-cluster";
    public const string Temporary = "temporary";

    private readonly Process process;

    private OwnerProcess(Process process, string folder, int serverProcessId) =>
        (this.process, Folder, ServerProcessId) = (process, folder, serverProcessId);

    public int ProcessId => process.Id;
    public string Folder { get; }
    public int ServerProcessId { get; }

    public static async Task<OwnerProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Role, folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // a killed .NET process leaves its diagnostic pipes in the temp folder
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(Poll.Cancelled)
            ?? throw new InvalidOperationException("The owner did not start.");
        var words = line.Split(' ', 2);
        return new OwnerProcess(process, words[1], int.Parse(words[0], CultureInfo.InvariantCulture));
    }

    public static async Task<int> PlayAsync(string folder)
    {
        await using var cluster = await PostgresCluster.StartAsync(
            folder == Temporary ? PostgresClusterOptions.Throwaway : Clusters.In(folder));
        await Console.Out.WriteLineAsync($"{cluster.ProcessId} {cluster.Folder}");
        return await Console.In.ReadLineAsync() is null ? 0 : 1;
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(Poll.Cancelled);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
