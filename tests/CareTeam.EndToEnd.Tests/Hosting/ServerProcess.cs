using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CareTeam.EmbeddedPostgres;
using Grpc.Net.Client;

namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>The built server as its own process, that can be killed and started again on the same ports and data.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly HttpClient Http = new();
    private readonly Dictionary<string, string> settings;
    private readonly List<GrpcChannel> channels = [];
    private readonly List<string> output = [];
    private Process? process;

    private ServerProcess(string? connectionString, IReadOnlyDictionary<string, string>? changes)
    {
        Folder = Directory.CreateTempSubdirectory("careteam-e2e-").FullName;
        // PostgreSQL runs as another user when the test runs as root, and must get to its folder.
        File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        (HttpPort, GrpcPort) = (FreePort.Pick(), FreePort.Pick());
        settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DATA_DIR"] = DataDirectory,
            ["HTTP_PORT"] = HttpPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["GRPC_PORT"] = GrpcPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["ConnectionStrings__CareTeam"] = connectionString ?? "",
            ["Logging__LogLevel__Default"] = "Warning",
            // A killed runtime would leave its diagnostics pipe behind.
            ["DOTNET_EnableDiagnostics"] = "0",
        };
        foreach (var (name, value) in changes ?? new Dictionary<string, string>()) settings[name] = value;
    }

    public string Folder { get; }
    public string DataDirectory => Path.Combine(Folder, "data");
    public int HttpPort { get; }
    public int GrpcPort { get; }
    public string HttpAddress => $"http://localhost:{HttpPort}";
    public string GrpcAddress => $"http://localhost:{GrpcPort}";
    public bool IsRunning => process is { HasExited: false };

    /// <summary>Starts on the given database, or on a PostgreSQL of its own; on other ports when another program has meanwhile taken one.</summary>
    public static async Task<ServerProcess> Start(string? connectionString = null, IReadOnlyDictionary<string, string>? changes = null)
    {
        for (var tries = 1; ; tries++)
        {
            var server = new ServerProcess(connectionString, changes);
            try
            {
                await server.Start();
                return server;
            }
            catch (InvalidOperationException) when (tries < 5 && server.Output.Contains("address already in use", StringComparison.Ordinal))
            {
                await server.DisposeAsync();
            }
        }
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(Builds.ServerDll)! };
        start.ArgumentList.Add(Builds.ServerDll);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Until.True(IsHealthy, Patience, () => $"The server did not become healthy:\n{Output}");
    }

    public string Output
    {
        get
        {
            lock (output) return string.Join('\n', output);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<string> Token(string organization, string personId, Role role)
    {
        var response = await Http.PostAsJsonAsync($"{HttpAddress}/development/token", new { organization, personId, name = $"Name of {personId}", role = role.ToWords() });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    public async Task<CallInvoker> As(string organization, string personId, Role role) => With(await Token(organization, personId, role));

    public CallInvoker With(string token)
    {
        var channel = GrpcChannel.ForAddress(GrpcAddress, new GrpcChannelOptions
        {
            UnsafeUseInsecureChannelCallCredentials = true,
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor((_, metadata) =>
            {
                metadata.Add("Authorization", $"Bearer {token}");
                return Task.CompletedTask;
            })),
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
            MaxReconnectBackoff = TimeSpan.FromMilliseconds(200),
        });
        lock (channels) channels.Add(channel);
        return channel.CreateCallInvoker();
    }

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(c => c.Dispose());
        if (IsRunning)
        {
            using var term = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<bool> IsHealthy()
    {
        if (!IsRunning) throw new InvalidOperationException($"The server ended by itself:\n{Output}");
        try
        {
            return (await Http.GetAsync($"{HttpAddress}/health")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            if (line.Data is not null) output.Add(line.Data);
    }
}
