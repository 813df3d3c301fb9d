using System.Text.Json;
using CareTeam.EmbeddedPostgres;
using Google.Protobuf;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;

namespace CareTeam.EndToEnd.Tests.Soak;

/// <summary>Three servers on one PostgreSQL behind one proxy, and how clients reach them.</summary>
internal sealed class SoakClinic : IAsyncDisposable
{
    public const string Organization = "clinic";
    private const int Nodes = 3;
    private const int ClientsAChannel = 20;
    private readonly PostgresCluster postgres;
    private readonly NpgsqlDataSource database;
    private readonly List<GrpcChannel> channels = [];
    private int clients;

    private SoakClinic(PostgresCluster postgres, IReadOnlyList<ServerProcess> servers, Nginx nginx)
    {
        (this.postgres, Servers, Proxy) = (postgres, servers, nginx);
        database = NpgsqlDataSource.Create(postgres.ConnectionString("careteam") + ";Pooling=false");
    }

    public IReadOnlyList<ServerProcess> Servers { get; }

    public Nginx Proxy { get; }

    public static async Task<SoakClinic> Open()
    {
        var postgres = await PostgresCluster.StartAsync(new PostgresClusterOptions { Supervise = false, Settings = new Dictionary<string, string> { ["max_connections"] = "300" } });
        await postgres.CreateDatabaseAsync("careteam");
        // One key for all: a token that one node gave, each takes.
        var key = Directory.CreateTempSubdirectory("careteam-soak-").FullName;
        var servers = new List<ServerProcess>();
        for (var i = 0; i < Nodes; i++) servers.Add(await ServerProcess.Start(postgres.ConnectionString("careteam"), new Dictionary<string, string> { ["DATA_DIR"] = key }));
        return new(postgres, servers, await Nginx.Start(servers));
    }

    public Task<string> Token(string person, Role role) => Servers[0].Token(Organization, person, role);

    /// <summary>A connection of a few clients to the proxy, which spreads their calls over the nodes.</summary>
    public CallInvoker Grpc(string token)
    {
        lock (channels)
        {
            if (clients++ % ClientsAChannel == 0)
                channels.Add(GrpcChannel.ForAddress($"http://127.0.0.1:{Proxy.GrpcPort}", new GrpcChannelOptions
                {
                    HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true, ConnectTimeout = TimeSpan.FromSeconds(5) },
                    MaxReconnectBackoff = TimeSpan.FromMilliseconds(200),
                    InitialReconnectBackoff = TimeSpan.FromMilliseconds(50),
                }));
            return channels[^1].CreateCallInvoker().Intercept(headers =>
            {
                headers.Add("Authorization", $"Bearer {token}");
                return headers;
            });
        }
    }

    /// <summary>The items of a hub stream over a WebSocket of its own.</summary>
    public async IAsyncEnumerable<T> Hub<T>(string token, string stream, object[] arguments, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        where T : IMessage<T>, new()
    {
        var address = $"http://127.0.0.1:{Proxy.HttpPort}/hubs/care";
        await using var hub = new HubConnectionBuilder().WithUrl(address, o =>
        {
            o.AccessTokenProvider = () => Task.FromResult<string?>(token);
            o.Transports = HttpTransportType.WebSockets;
            o.SkipNegotiation = true;
        }).Build();
        await hub.StartAsync(cancel);
        await foreach (var item in hub.StreamAsyncCore<JsonElement>(stream, arguments, cancel)) yield return JsonParser.Default.Parse<T>(item.GetRawText());
    }

    /// <summary>Ends connections of the nodes to PostgreSQL.</summary>
    public async Task CutDatabaseConnections()
    {
        await using var cut = database.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'careteam%' and random() < 0.3");
        await cut.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(c => c.Dispose());
        await Proxy.DisposeAsync();
        foreach (var server in Servers) await server.DisposeAsync();
        await database.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
    }
}
