namespace CareTeam.Server.Clocks;

public static class ClocksRegistration
{
    /// <summary>Every area's source of what falls due, and the sweep that tells it. Clocks__Seconds says how often; 0: never, for a node that only serves.</summary>
    public static IServiceCollection AddClocks(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<ClockOptions>(configuration.GetSection("Clocks"));
        services.AddSingleton<ClockSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockSweep>());
        return services;
    }

    /// <summary>What the store's rows need of the clocks, with and without a server.</summary>
    public static IServiceCollection AddDueCalendar(this IServiceCollection services)
    {
        foreach (var source in Sources()) services.AddSingleton(typeof(IDueSource), source);
        services.AddSingleton<DueCalendar>();
        services.AddSingleton<ClockRows>();
        return services;
    }

    public static DueCalendar Shipped() => new(Sources().Select(t => (IDueSource)Activator.CreateInstance(t)!), RuleTable.Shipped);

    private static IEnumerable<Type> Sources() =>
        typeof(IDueSource).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IDueSource)));
}
