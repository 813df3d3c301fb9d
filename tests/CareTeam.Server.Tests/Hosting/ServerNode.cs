using CareTeam.Server.Live.Bells;
using CareTeam.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Hosting;

/// <summary>One server in this process, on a given database; several on one database are the nodes of a cluster.</summary>
public sealed class ServerNode(
    string connectionString, string dataDirectory, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string>? settings = null) : WebApplicationFactory<Program>
{
    private readonly List<GrpcChannel> channels = [];

    // Nothing here changes its configuration while it runs, and a user has only so many file watchers: several test runs at once would use them up.
    static ServerNode() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:CareTeam", connectionString);
        builder.UseSetting("DATA_DIR", dataDirectory);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // Clocks tell only where a test lets them: what falls due today would come between its commands, and a node of the real day between simulated ones.
        builder.UseSetting("Clocks:Seconds", "0");
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) builder.UseSetting(name, value);
        if (services is not null) builder.ConfigureTestServices(services);
    }

    public void Start() => _ = Server;

    /// <summary>Started, and both hear each other: a node that takes itself for alone rings for nobody, and presence that nobody hears yet is not told again in a test.</summary>
    public async Task HeardBy(ServerNode other)
    {
        Start();
        foreach (var node in new[] { this, other })
        {
            var since = node.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            await Until.Is(() => Task.FromResult(node.Services.GetRequiredService<Neighbours>().LastHeard), heard => heard >= since, "The nodes do not hear each other");
        }
    }

    public Clients As(Someone who) => new(Channel(who.Token(dataDirectory)));

    public Clients Anonymous() => new(Channel(null));

    public GrpcChannel Channel(string? token)
    {
        var channel = GrpcChannel.ForAddress(Server.BaseAddress, new GrpcChannelOptions
        {
            HttpHandler = Server.CreateHandler(),
            MaxSendMessageSize = 64 * 1024 * 1024,
            MaxReceiveMessageSize = 64 * 1024 * 1024,
            UnsafeUseInsecureChannelCallCredentials = true,
            Credentials = token is null
                ? ChannelCredentials.Insecure
                : ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor((_, metadata) =>
                {
                    metadata.Add("Authorization", $"Bearer {token}");
                    return Task.CompletedTask;
                })),
        });
        lock (channels) channels.Add(channel);
        return channel;
    }

    public async Task<HubConnection> Hub(Someone who, CancellationToken cancel = default)
    {
        var token = who.Token(dataDirectory);
        var hub = new HubConnectionBuilder().WithUrl(new Uri(Server.BaseAddress, "/hubs/care"), options =>
        {
            options.HttpMessageHandlerFactory = _ => Server.CreateHandler();
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, c) =>
                await Server.CreateWebSocketClient().ConnectAsync(new Uri($"{context.Uri}?access_token={token}"), c);
        }).Build();
        await hub.StartAsync(cancel);
        return hub;
    }

    protected override void Dispose(bool disposing)
    {
        lock (channels) channels.ForEach(c => c.Dispose());
        base.Dispose(disposing);
    }
}

/// <summary>A client of each service, all as one caller.</summary>
public sealed class Clients(GrpcChannel channel)
{
    public CallInvoker Invoker { get; } = channel.CreateCallInvoker();
    public PlanService.PlanServiceClient Plans { get; } = new(channel);
    public TeamService.TeamServiceClient Team { get; } = new(channel);
    public TaskService.TaskServiceClient Tasks { get; } = new(channel);
    public NoteService.NoteServiceClient Notes { get; } = new(channel);
    public HistoryService.HistoryServiceClient History { get; } = new(channel);
    public LiveService.LiveServiceClient Live { get; } = new(channel);
    public InteropService.InteropServiceClient Interop { get; } = new(channel);
    public DiagnosticsService.DiagnosticsServiceClient Diagnostics { get; } = new(channel);
    public OutcomeService.OutcomeServiceClient Outcomes { get; } = new(channel);
    public RuleService.RuleServiceClient Rules { get; } = new(channel);
    public ProcedureService.ProcedureServiceClient Procedures { get; } = new(channel);
    public TherapyService.TherapyServiceClient Therapy { get; } = new(channel);
    public MedicationService.MedicationServiceClient Medications { get; } = new(channel);
}
