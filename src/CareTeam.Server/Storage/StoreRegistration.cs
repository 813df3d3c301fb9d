using CareTeam.Server.Clocks;
using CareTeam.Server.Team;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Polly;
using Polly.Retry;
using Weasel.Core;

namespace CareTeam.Server.Storage;

public static class StoreRegistration
{
    public const string Schema = "careteam";

    public static IServiceCollection AddPlanStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PlanCacheOptions>(configuration.GetSection("PlanCache"));
        services.AddSingleton(provider => new NpgsqlDataSourceBuilder(provider.GetRequiredService<StoreConnection>().ConnectionString).Build());
        services.AddSingleton<PlanCache>();
        services.AddSingleton<PlanCommitter>();
        services.AddSingleton<CommitQueue>();
        services.AddSingleton<PlanHistory>();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<PlanPast>();
        services.AddSingleton<History.PlanMoments>();
        services.AddSingleton(new ExpensiveReads(longestWait: TimeSpan.FromSeconds(5)));
        services.AddSingleton<ReceiptStore>();
        services.AddSingleton<StartedTransfers>();
        services.AddDueCalendar();
        foreach (var rows in RowTypes()) services.AddSingleton(typeof(IPlanRows), provider => rows == typeof(ClockRows) ? provider.GetRequiredService<ClockRows>() : ActivatorUtilities.CreateInstance(provider, rows));
        // Marten logs each failed statement with its parameters, which are what people wrote; the failure itself reaches us as an exception.
        services.AddLogging(logging => logging.AddFilter("Marten.IDocumentStore", LogLevel.None));
        services.AddMarten(provider => Options(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetServices<IPlanRows>(), provider.GetRequiredService<StoreConnection>().AppliesSchema))
            .UseLightweightSessions();
        return services;
    }

    /// <summary>Every list's rows, for a store that is built without the server.</summary>
    public static IEnumerable<IPlanRows> RowsOfThisAssembly() => RowTypes().Select(t => t == typeof(ClockRows) ? new ClockRows(ClocksRegistration.Shipped()) : (IPlanRows)Activator.CreateInstance(t)!);

    private static IEnumerable<Type> RowTypes() =>
        typeof(StoreRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPlanRows)));

    public static StoreOptions Options(NpgsqlDataSource source, IEnumerable<IPlanRows> rows, bool appliesSchema)
    {
        var options = new StoreOptions
        {
            DatabaseSchemaName = Schema,
            AutoCreateSchemaObjects = appliesSchema ? AutoCreate.CreateOrUpdate : AutoCreate.None,
            DisableNpgsqlLogging = true,
        };
        options.Connection(source);
        // One more try for a read whose pooled connection had died. More would only keep callers, and the plan's turn, waiting in an outage.
        options.ConfigurePolly(reads => reads.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>().Handle<MartenCommandException>(),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(50),
        }));
        options.UseSystemTextJsonForSerialization(EnumStorage.AsInteger, Casing.CamelCase, configure: json => json.Converters.Add(new ProtoJson()));
        options.Policies.AllDocumentsAreMultiTenanted();
        // Columns that nothing here asks for would be written with every row.
        options.Policies.ForAllDocuments(m =>
        {
            m.Metadata.LastModified.Enabled = m.Metadata.DotNetType.Enabled = m.Metadata.Version.Enabled = false;
        });
        Events(options);
        options.Schema.For<Receipt>().Identity(r => r.Id);
        options.Schema.For<PlanSnapshot>().Identity(s => s.Id);
        options.Schema.For<StartedTransfer>().Identity(t => t.Id);
        foreach (var row in rows) row.Declare(options);
        return options;
    }

    private static void Events(StoreOptions options)
    {
        options.Events.DatabaseSchemaName = Schema;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.TenancyStyle = JasperFx.MultiTenancy.TenancyStyle.Conjoined;
        // Despite its name: stores the times that we stamped.
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.MetadataConfig.HeadersEnabled = true;
        foreach (var (type, field) in PlanEvents.FieldOf) options.Events.MapEventType(type, field.Name);
    }
}
