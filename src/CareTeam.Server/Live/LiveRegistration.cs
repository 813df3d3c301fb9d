namespace CareTeam.Server.Live;

public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<PlanFeeds>();
        services.AddSingleton<IDoorbell>(provider => provider.GetRequiredService<PlanFeeds>());
        services.AddHostedService<FeedSweep>();
        // It logs every error that ends a stream, also those that only tell the caller no; unexpected ones are logged by RpcStatus.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.None));
        services.AddSignalR().AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new FeedItemJson()));
        return services;
    }
}
