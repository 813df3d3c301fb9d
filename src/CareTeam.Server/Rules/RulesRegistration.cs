namespace CareTeam.Server.Rules;

public static class RulesRegistration
{
    /// <summary>Reads both tables before anything else, so that a server with a wrong one does not start. Rules__File and ScopeOfPractice__File name a site's own files.</summary>
    public static WebApplicationBuilder AddRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RuleTable.Load(builder.Configuration["Rules:File"]));
        builder.Services.AddSingleton(ScopeOfPractice.Load(builder.Configuration["ScopeOfPractice:File"]));
        return builder;
    }
}
