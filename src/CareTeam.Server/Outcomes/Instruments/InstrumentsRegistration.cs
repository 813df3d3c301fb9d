namespace CareTeam.Server.Outcomes;

public static class InstrumentsRegistration
{
    /// <summary>Reads the catalog before anything else, so that a server with a wrong one does not start. Instruments__File names a site's own definitions.</summary>
    public static IServiceCollection AddInstruments(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(InstrumentCatalog.Load(configuration["Instruments:File"]));
}
