namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>What is tested, as built with these tests: Release or Debug.</summary>
public static class Builds
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string ServerDll => Built("src/CareTeam.Server", "CareTeam.Server.dll");

    public static string CliDll => Built("src/CareTeam.Cli", "careteam.dll");

    private static string Built(string project, string file) => Path.Combine(Repository.Root, project, "bin", Configuration, "net10.0", file);
}
