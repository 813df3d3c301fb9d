using CareTeam.Cli.CommandLine;

namespace CareTeam.Cli.Tests.CommandLine;

public sealed class ExitCodeTests
{
    private const string Plan = "0190c0de-0000-7000-8000-000000000001";

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("plan")]
    [InlineData("plan", "hold", Plan)]
    [InlineData("plan", "list", "--status", "asleep")]
    [InlineData("plan", "list", "--server", "localhost")]
    [InlineData("task", "list", "--due-by", "someday")]
    [InlineData("plan", "activate", Plan, "--request-id", "12")]
    public async Task A_command_line_that_cannot_be_carried_out_is_2(params string[] args)
    {
        var (code, _, error) = await Careteam.Run(args);
        Assert.Equal(ExitCode.Usage, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Asking_for_help_is_0() => Assert.Equal(ExitCode.Ok, (await Careteam.Run("task", "add", "--help")).Code);

    [Fact]
    public async Task A_server_that_nobody_reaches_is_3()
    {
        var (code, _, error) = await Careteam.Run("plan", "list", "--server", "http://127.0.0.1:1", "--token", "any", "--retry-seconds", "0");
        Assert.Equal(ExitCode.Unreachable, code);
        Assert.Contains("out of reach", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_a_description()
    {
        var nameless = All(CareTeamRoot.Command()).Where(c => string.IsNullOrEmpty(c.Description)
            || c.Options.Any(o => string.IsNullOrEmpty(o.Description)) || c.Arguments.Any(a => string.IsNullOrEmpty(a.Description)));
        Assert.Empty(nameless.Select(c => c.Name));
    }

    private static IEnumerable<System.CommandLine.Command> All(System.CommandLine.Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
