using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CareTeam.Server.Hosting;

/// <summary>Healthy while the store answers.</summary>
public sealed class StoreHealth(NpgsqlDataSource store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = store.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (StoreFailure.IsUnreachable(e))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The store is out of reach.");
        }
    }
}
