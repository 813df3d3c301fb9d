using CareTeam.Server.Live.Bells;
using CareTeam.Server.Live.Lists;
using CareTeam.Server.Live.Presence;

namespace CareTeam.Server.Live;

public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration("Live");
        services.AddSingleton<PlanFeeds>();
        services.AddSingleton<RowSelect>();
        services.AddSingleton<ListedPlans>();
        services.AddSingleton<ListFeeds>();
        services.AddSingleton<ListWatch>();
        services.AddSingleton<WatchedFeeds>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<PresenceDesk>();
        services.AddHostedService<PresenceExpiry>();
        services.AddSingleton<BellChannel>();
        services.AddSingleton(s => new Neighbours(s.GetRequiredService<BellChannel>().Sender, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PendingBells>();
        services.AddSingleton<IDoorbell, Doorbell>();
        services.AddRunning<FeedSweep>();
        services.AddRunning<BellRope>();
        services.AddRunning<BellListener>();
        // It logs every error that ends a stream, also those that only tell the caller no; unexpected ones are logged by RpcStatus.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        // A caller comes back with a cursor of each plan.
        services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 1024 * 1024).AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new FeedItemJson()));
        return services;
    }

    /// <summary>A service that works in the background and that others speak to.</summary>
    private static void AddRunning<TService>(this IServiceCollection services) where TService : BackgroundService
    {
        services.AddSingleton<TService>();
        services.AddHostedService(provider => provider.GetRequiredService<TService>());
    }
}
