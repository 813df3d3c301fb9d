using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>Somebody at a terminal with `careteam`.</summary>
public sealed class Terminal
{
    private readonly Dictionary<string, string> environment;

    private Terminal(ServerProcess server, string token) => environment = new()
    {
        ["CARETEAM_SERVER"] = server.GrpcAddress,
        ["CARETEAM_TOKEN"] = token,
        ["DATA_DIR"] = server.DataDirectory,
    };

    public static async Task<Terminal> SignIn(ServerProcess server, string person, string role)
    {
        var visitor = new Terminal(server, "");
        var token = await visitor.Run(["token", "--org", "clinic", "--person", person, "--name", $"Name of {person}", "--role", role]);
        Assert.True(token.ExitCode == 0, token.Errors);
        return new(server, token.Output.Trim());
    }

    public Task<Command.Result> Run(IEnumerable<string> arguments) => Command.Run("dotnet", [Builds.CliDll, .. arguments], environment, Repository.Root);

    public async Task Succeeds(params string[] arguments)
    {
        var run = await Run(arguments);
        Assert.True(run.ExitCode == 0, $"careteam {string.Join(' ', arguments)}\n{run.Output}{run.Errors}");
    }

    public async Task<JsonElement> Json(params string[] arguments)
    {
        var run = await Run([.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public OpenCommand Open(params string[] arguments) => new(Command.Open("dotnet", [Builds.CliDll, .. arguments], environment, Repository.Root));
}

/// <summary>A command that goes on, and what it has printed so far.</summary>
public sealed class OpenCommand(Process process) : IDisposable
{
    public async Task<List<string>> Until(string pattern, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            lines.Add(line);
            if (Regex.IsMatch(line, pattern)) return lines;
        }
        throw new Xunit.Sdk.XunitException("It ended:\n" + string.Join('\n', lines));
    }

    public void StopReading() => process.StandardOutput.Close();

    public async Task<(int ExitCode, string Errors)> End(TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience);
        var errors = await process.StandardError.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return (process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
