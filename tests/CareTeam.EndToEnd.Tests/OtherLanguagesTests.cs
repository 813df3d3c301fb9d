namespace CareTeam.EndToEnd.Tests;

public sealed class OtherLanguagesTests
{
    /// <summary>tests/clients: TypeScript on @grpc/grpc-js and @microsoft/signalr, with only the protos in common.</summary>
    [Fact]
    public async Task A_client_in_TypeScript_does_the_main_job()
    {
        await using var server = await ServerProcess.Start();
        var run = await Command.Run("npm", ["test", "--silent"], new Dictionary<string, string>
        {
            ["GRPC_ADDRESS"] = $"localhost:{server.GrpcPort}",
            ["HTTP_ADDRESS"] = server.HttpAddress,
        }, Path.Combine(Repository.Root, "tests", "clients"));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Matches(@"pass [1-9]\d*", run.Output);
        Assert.Contains("skipped 0", run.Output, StringComparison.Ordinal);
    }
}
