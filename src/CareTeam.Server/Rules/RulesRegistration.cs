namespace CareTeam.Server.Rules;

public static class RulesRegistration
{
    /// <summary>Reads both tables before anything else, so that a server with a wrong one does not start. Rules__File and ScopeOfPractice__File name a site's own files.</summary>
    public static IServiceCollection AddRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(RuleTable.Load(configuration["Rules:File"]));
        services.AddSingleton(ScopeOfPractice.Load(configuration["ScopeOfPractice:File"]));
        return services;
    }
}
