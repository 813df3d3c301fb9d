using CareTeam.EmbeddedPostgres;
using Marten;
using Weasel.Core.Migrations;

namespace CareTeam.Server.Hosting;

/// <summary>The database server: the configured one, or else a private one started from installed binaries.</summary>
public static class StoreHosting
{
    private const string Database = "careteam";

    public static async Task<WebApplicationBuilder> AddStore(this WebApplicationBuilder builder, string dataDirectory)
    {
        var configured = builder.Configuration.GetConnectionString("CareTeam");
        if (string.IsNullOrWhiteSpace(configured))
        {
            var cluster = await StartEmbedded(dataDirectory);
            // By a factory, so that the host disposes it, after everything that was made later.
            builder.Services.AddSingleton(_ => cluster);
            builder.Services.AddSingleton(provider => StoreConnection.Tuned(provider.GetRequiredService<PostgresCluster>().ConnectionString(Database), appliesSchema: true));
        }
        else
        {
            builder.Services.AddSingleton(StoreConnection.Tuned(configured, appliesSchema: builder.Environment.IsDevelopment()));
        }
        builder.Services.AddPlanStore(builder.Configuration);
        return builder;
    }

    /// <summary>Makes or checks the schema before the first request, so that a wrong database is found at the start.</summary>
    public static async Task PrepareStore(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<IDocumentStore>();
        if (app.Services.GetRequiredService<StoreConnection>().AppliesSchema)
        {
            await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
            return;
        }
        try
        {
            await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
        }
        catch (DatabaseValidationException e)
        {
            throw new InvalidOperationException("The database has not the schema that this build needs; 'dotnet CareTeam.Server.dll db apply' makes it so.", e);
        }
    }

    private static async Task<PostgresCluster> StartEmbedded(string dataDirectory)
    {
        using var logging = LoggerFactory.Create(log => log.AddSimpleConsole(console => console.SingleLine = true));
        var cluster = await PostgresCluster.StartAsync(
            new PostgresClusterOptions { Folder = Path.Combine(dataDirectory, "postgres"), Profile = PostgresProfile.Durable },
            logging.CreateLogger("CareTeam.EmbeddedPostgres"));
        await cluster.CreateDatabaseAsync(Database);
        return cluster;
    }
}
