using System.Diagnostics;
using System.Globalization;
using CareTeam.EmbeddedPostgres;
using CareTeam.Server.Access;
using Grpc.Net.Client;

namespace CareTeam.Benchmarks.Setting;

/// <summary>The built server as a process of its own, reached over gRPC.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("careteam-bench-");
    private readonly List<GrpcChannel> channels = [];
    private readonly List<GrpcChannel> numbered = [];
    private readonly int grpcPort = FreePort.Pick();
    private readonly int httpPort = FreePort.Pick();
    private readonly Process process;

    private ServerProcess(string connectionString, bool clocks)
    {
        var assembly = typeof(CareTeam.Server.Storage.PlanStore).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__CareTeam"] = connectionString,
                ["DATA_DIR"] = data.FullName,
                ["HTTP_PORT"] = httpPort.ToString(CultureInfo.InvariantCulture),
                ["GRPC_PORT"] = grpcPort.ToString(CultureInfo.InvariantCulture),
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        if (!clocks) start.Environment["Clocks__Seconds"] = "0";
        process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public int ProcessId => process.Id;

    public string HubAddress => $"http://127.0.0.1:{httpPort}/hubs/care";

    public TimeSpan ProcessorTime
    {
        get
        {
            RequireRunning();
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServerProcess> Start(string connectionString, bool clocks = true)
    {
        var server = new ServerProcess(connectionString, clocks);
        try
        {
            await server.UntilHealthy();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Token(Caller caller) => Tokens.For(caller, DevelopmentKey.LoadOrCreate(data.FullName));

    /// <summary>The connection of that number, one of its own the first time.</summary>
    public GrpcChannel Channel(int number)
    {
        while (numbered.Count <= number) numbered.Add(NewChannel());
        return numbered[number];
    }

    /// <summary>A connection of its own.</summary>
    public GrpcChannel NewChannel()
    {
        var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{grpcPort}", new GrpcChannelOptions { MaxReceiveMessageSize = 64 * 1024 * 1024 });
        channels.Add(channel);
        return channel;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels) channel.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(this, EventArgs.Empty);
        await process.WaitForExitAsync();
        process.Dispose();
        data.Delete(recursive: true);
    }

    private async Task UntilHealthy()
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (true)
        {
            RequireRunning();
            try
            {
                if ((await http.GetAsync(new Uri($"http://127.0.0.1:{httpPort}/health"))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (waited.Elapsed < Patience)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }

    // Also when the benchmark is interrupted.
    private void Kill(object? sender, EventArgs e)
    {
        if (!process.HasExited) process.Kill();
    }

    private void RequireRunning()
    {
        if (process.HasExited) throw new InvalidOperationException($"The server ended with exit code {process.ExitCode}; what it said is above.");
    }
}
