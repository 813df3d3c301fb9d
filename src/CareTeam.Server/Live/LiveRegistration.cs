namespace CareTeam.Server.Live;

public static class LiveRegistration
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<PlanFeeds>();
        services.AddSingleton<IDoorbell>(provider => provider.GetRequiredService<PlanFeeds>());
        services.AddHostedService<FeedSweep>();
        services.AddSingleton<StreamPipeline>();
        services.AddSingleton<WatchPlan>();
        services.AddSignalR().AddJsonProtocol(json => json.PayloadSerializerOptions.Converters.Add(new FeedItemJson()));
        return services;
    }
}
