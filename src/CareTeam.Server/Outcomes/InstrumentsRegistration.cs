namespace CareTeam.Server.Outcomes;

public static class InstrumentsRegistration
{
    /// <summary>Reads the catalog before anything else, so that a server with a wrong one does not start. Instruments__File names a site's own definitions.</summary>
    public static WebApplicationBuilder AddInstruments(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(InstrumentCatalog.Load(builder.Configuration["Instruments:File"]));
        return builder;
    }
}
