using System.Diagnostics;
using System.Globalization;
using CareTeam.EmbeddedPostgres;

namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>One address for several servers: gRPC (h2c) and HTTP with WebSockets, each request to the next server.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("careteam-nginx-").FullName;
    private readonly Process process;

    private Nginx(IReadOnlyCollection<ServerProcess> servers)
    {
        (HttpPort, GrpcPort) = (FreePort.Pick(), FreePort.Pick());
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Configuration(servers));
        process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", "nginx.conf", "-e", "stderr"]))!;
    }

    public int HttpPort { get; }

    public int GrpcPort { get; }

    public static async Task<Nginx> Start(IReadOnlyCollection<ServerProcess> servers)
    {
        var nginx = new Nginx(servers);
        using var http = new HttpClient();
        await Until.True(() => nginx.Answers(http), TimeSpan.FromSeconds(20), () => "nginx does not answer.");
        return nginx;
    }

    /// <summary>Every connection through it breaks; its master starts a new worker at once.</summary>
    public void CutAllConnections()
    {
        var children = File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children");
        foreach (var worker in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            using var killed = Process.GetProcessById(int.Parse(worker, CultureInfo.InvariantCulture));
            killed.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var quit = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> Answers(HttpClient http)
    {
        if (process.HasExited) throw new InvalidOperationException("nginx ended by itself; what it said is above.");
        try
        {
            return (await http.GetAsync(new Uri($"http://127.0.0.1:{HttpPort}/health"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string Configuration(IReadOnlyCollection<ServerProcess> servers) =>
        $$"""
        daemon off;
        pid nginx.pid;
        error_log stderr emerg;
        worker_processes 1;
        worker_rlimit_nofile 8192;
        events { worker_connections 4096; }
        http {
          access_log off;
          client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
          map $http_upgrade $connection_upgrade { default upgrade; '' close; }
          upstream grpc_nodes { {{string.Concat(servers.Select(s => $"server 127.0.0.1:{s.GrpcPort} max_fails=1 fail_timeout=1s; "))}} }
          upstream http_nodes { {{string.Concat(servers.Select(s => $"server 127.0.0.1:{s.HttpPort} max_fails=1 fail_timeout=1s; "))}} }
          server {
            listen 127.0.0.1:{{GrpcPort}} http2;
            keepalive_requests 1000000;
            location / { grpc_pass grpc://grpc_nodes; grpc_read_timeout 1h; grpc_send_timeout 1h; }
          }
          server {
            listen 127.0.0.1:{{HttpPort}};
            location / {
              proxy_pass http://http_nodes; proxy_http_version 1.1; proxy_read_timeout 1h;
              proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection $connection_upgrade;
            }
          }
        }
        """;
}
