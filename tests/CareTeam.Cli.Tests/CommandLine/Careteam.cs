using System.CommandLine;
using CareTeam.Cli.CommandLine;

namespace CareTeam.Cli.Tests.CommandLine;

/// <summary>Runs the command line in this process and keeps what it says.</summary>
internal static class Careteam
{
    public static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CareTeamRoot.Run(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
