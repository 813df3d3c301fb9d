using Marten;
using Weasel.Core.Migrations;

namespace CareTeam.Server.Hosting;

/// <summary>`dotnet CareTeam.Server.dll db apply|assert`: makes the configured database's schema what this build needs, or checks that it is.</summary>
public static class DatabaseCommand
{
    public static async Task<int> Run(WebApplicationBuilder builder, string verb)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration.GetConnectionString("CareTeam")))
            return Fail("ConnectionStrings__CareTeam names no database. (The server's own PostgreSQL gets its schema by itself.)");
        builder.Services.AddSingleton(StoreConnection.Tuned(builder.Configuration.GetConnectionString("CareTeam")!, appliesSchema: true));
        builder.Services.AddSingleton<IDoorbell, NobodyListens>();
        builder.Services.AddRules(builder.Configuration);
        builder.Services.AddPlanStore(builder.Configuration);
        await using var app = builder.Build();
        var storage = app.Services.GetRequiredService<IDocumentStore>().Storage;
        switch (verb)
        {
            case "apply":
                await storage.ApplyAllConfiguredChangesToDatabaseAsync();
                break;
            case "assert":
                try
                {
                    await storage.Database.AssertDatabaseMatchesConfigurationAsync();
                }
                catch (DatabaseValidationException e)
                {
                    return Fail(e.Message);
                }
                break;
            default:
                return Fail($"There is no 'db {verb}'; there is 'db apply' and 'db assert'.");
        }
        Console.WriteLine("The database has the schema that this build needs.");
        return 0;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }

    private sealed class NobodyListens : IDoorbell
    {
        public void Ring(PlanKey key, int version)
        {
        }
    }
}
