using System.Text.RegularExpressions;
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

    [Theory]
    [InlineData("plan", "activate", Plan)]
    [InlineData("caseload", "transfer", "--from", "pt-rivera", "--to", "pt-novak:physical-therapist:Petra Novak", "--plan", Plan, "--reason", "Leaves.")]
    public async Task A_command_that_nobody_answered_names_the_request_id_to_repeat_it_with(params string[] args)
    {
        var chosen = new Regex("It may have been done.* --request-id ([0-9a-f-]{36})");
        string[] unreachable = ["--server", "http://127.0.0.1:1", "--token", "any", "--retry-seconds", "0"];
        var (code, _, error) = await Careteam.Run([.. args, .. unreachable]);
        Assert.Equal(ExitCode.Unreachable, code);
        var first = chosen.Match(error).Groups[1].Value;
        Assert.Matches("[0-9a-f]", first);

        var (_, _, again) = await Careteam.Run([.. args, .. unreachable, "--request-id", first]);
        Assert.Equal(first, chosen.Match(again).Groups[1].Value);
    }

    [Fact]
    public async Task A_command_that_is_interrupted_while_it_is_sent_names_it_too()
    {
        using var error = new StringWriter();
        var parse = CareTeamRoot.Command().Parse(["plan", "activate", Plan]);
        parse.InvocationConfiguration.Error = error;
        await Assert.ThrowsAsync<OperationCanceledException>(() => parse.OrTellsHowToRepeat<int>(Plan, () => throw new OperationCanceledException()));
        Assert.Contains($"--request-id {Plan}", error.ToString(), StringComparison.Ordinal);
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
