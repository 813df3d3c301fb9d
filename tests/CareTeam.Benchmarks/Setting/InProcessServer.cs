using CareTeam.Server.Clocks;
using CareTeam.Server.History;
using CareTeam.Server.Live;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Pipeline;
using CareTeam.Server.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CareTeam.Benchmarks.Setting;

/// <summary>Store and pipeline of the server, without the host around them.</summary>
public sealed class InProcessServer(string connectionString, TimeProvider? clock = null) : IAsyncDisposable
{
    public ServiceProvider Services { get; } = Build(connectionString, clock ?? TimeProvider.System);

    public async ValueTask DisposeAsync() => await Services.DisposeAsync();

    private static ServiceProvider Build(string connectionString, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Development" });
        services.AddSingleton(new StoreConnection(connectionString, AppliesSchema: true));
        var configuration = new ConfigurationBuilder().Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddRules(configuration);
        services.AddInstruments(configuration);
        services.AddPlanStore(configuration);
        services.AddSingleton(clock);
        services.AddPipeline();
        services.AddLive();
        services.AddClocks(configuration);
        services.AddSingleton<PlanHistory>();
        return services.BuildServiceProvider();
    }
}
