using System.Text.RegularExpressions;
using CareTeam.Cli.CommandLine;

namespace CareTeam.Cli.Tests.CommandLine;

public sealed class TypedTextTests : IDisposable
{
    private const string Plan = "0190c0de-0000-7000-8000-000000000001";
    private const string Text = "Walked 400 m.\nNo rest: größer als zuvor.\n";
    private readonly (TextReader Input, string? State) before = (Console.In, Environment.GetEnvironmentVariable("XDG_STATE_HOME"));
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("careteam-state-");

    public TypedTextTests() => Environment.SetEnvironmentVariable("XDG_STATE_HOME", state.FullName);

    public void Dispose()
    {
        Console.SetIn(before.Input);
        Environment.SetEnvironmentVariable("XDG_STATE_HOME", before.State);
        state.Delete(recursive: true);
    }

    [Theory]
    [InlineData("note", "submit", Plan)]
    [InlineData("note", "amend", Plan, Plan, "--reason", "Forgotten.")]
    public async Task What_could_not_be_sent_is_left_in_a_private_file(params string[] args)
    {
        var (code, error) = await Unreachable(args);
        Assert.Equal(ExitCode.Unreachable, code);
        var told = Regex.Match(error, "--file '(.*)' --request-id ([0-9a-f-]{36})");
        Assert.Matches($"It may have been done.* --request-id {told.Groups[2].Value}", error);
        var file = told.Groups[1].Value;
        Assert.Equal(Text, await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
        }
        Assert.DoesNotContain("kept", (await Unreachable([.. args, "--file", file, "--request-id", told.Groups[2].Value])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_that_is_no_note()
    {
        var (code, error) = await Unreachable(["note", "submit", Plan], "{ better");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal("{ better", await File.ReadAllTextAsync(Regex.Match(error, "--file '(.*)'").Groups[1].Value));
    }

    [Fact]
    public async Task Where_the_usual_folder_cannot_be_it_is_left_among_the_temporary_files()
    {
        await File.WriteAllTextAsync(Path.Combine(state.FullName, "careteam"), "in the way");
        var file = Regex.Match((await Unreachable("note", "submit", Plan)).Error, "--file '(.*)'").Groups[1].Value;
        Assert.StartsWith(Path.GetTempPath(), file, StringComparison.Ordinal);
        Assert.Equal(Text, await File.ReadAllTextAsync(file));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static Task<(int Code, string Error)> Unreachable(params string[] args) => Unreachable(args, Text);

    private static async Task<(int Code, string Error)> Unreachable(string[] args, string text)
    {
        Console.SetIn(new StringReader(text));
        var (code, _, error) = await Careteam.Run([.. args, "--server", "http://127.0.0.1:1", "--token", "any", "--retry-seconds", "0"]);
        return (code, error);
    }
}
