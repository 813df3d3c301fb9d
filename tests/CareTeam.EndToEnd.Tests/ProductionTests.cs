using CareTeam.EmbeddedPostgres;

namespace CareTeam.EndToEnd.Tests;

/// <summary>Outside Development: an authority or nothing, and no schema change that nobody asked for.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task Without_an_authority_the_server_refuses_to_start()
    {
        var run = await Server([], new() { ["DATA_DIR"] = Path.GetTempPath() });
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Authentication__Authority", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_does_not_listen_for_other_machines()
    {
        var run = await Server([], new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["BIND_ADDRESS"] = "0.0.0.0", ["DATA_DIR"] = Directory.CreateTempSubdirectory("careteam-").FullName });
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("BIND_ADDRESS", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_comes_by_db_apply_and_tokens_from_the_authority_alone_are_trusted()
    {
        await using var postgres = await PostgresCluster.StartAsync(PostgresClusterOptions.Throwaway);
        await postgres.CreateDatabaseAsync("careteam");
        var database = new Dictionary<string, string> { ["ConnectionStrings__CareTeam"] = postgres.ConnectionString("careteam") };
        Assert.Equal(1, (await Server(["db", "assert"], database)).ExitCode);
        Assert.Equal(0, (await Server(["db", "apply"], database)).ExitCode);
        Assert.Equal(0, (await Server(["db", "assert"], database)).ExitCode);

        await using var authority = await Authority.Start();
        await using var other = await Authority.Start();
        await using var server = await ServerProcess.Start(postgres.ConnectionString("careteam"), new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Authentication__Authority"] = authority.Address,
        });
        var plans = await new PlanService.PlanServiceClient(server.With(authority.Token("clinic", "dr-lead", Role.Physiatrist))).ListPlansAsync(new());
        Assert.Empty(plans.Plans);
        foreach (var token in new[] { other.Token("clinic", "dr-lead", Role.Physiatrist), authority.Token("clinic", "dr-lead", Role.Physiatrist, audience: "another"), "nonsense" })
        {
            var error = await Assert.ThrowsAsync<RpcException>(async () => await new PlanService.PlanServiceClient(server.With(token)).ListPlansAsync(new()));
            Assert.Equal(StatusCode.Unauthenticated, error.StatusCode);
        }
        using var http = new HttpClient();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.PostAsync(new Uri($"{server.HttpAddress}/development/token"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).StatusCode);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_found_at_the_start()
    {
        await using var postgres = await PostgresCluster.StartAsync(PostgresClusterOptions.Throwaway);
        await postgres.CreateDatabaseAsync("careteam");
        var run = await Server([], new() { ["ConnectionStrings__CareTeam"] = postgres.ConnectionString("careteam"), ["Authentication__Authority"] = "https://authority.invalid" });
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("db apply", run.Output + run.Errors, StringComparison.Ordinal);
    }

    private static Task<Command.Result> Server(string[] arguments, Dictionary<string, string> environment)
    {
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Production");
        (environment["HTTP_PORT"], environment["GRPC_PORT"]) = ("0", "0");
        return Command.Run("dotnet", [Builds.ServerDll, .. arguments], environment, Path.GetDirectoryName(Builds.ServerDll)!);
    }
}
