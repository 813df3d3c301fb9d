namespace CareTeam.EndToEnd.Tests.Hosting;

public static class Repository
{
    public static readonly string Root = Find();

    /// <summary>Release or Debug, as this test was built.</summary>
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string ServerDll => Built("src/CareTeam.Server", "CareTeam.Server.dll");

    public static string CliDll => Built("src/CareTeam.Cli", "careteam.dll");

    private static string Built(string project, string file) => Path.Combine(Root, project, "bin", Configuration, "net10.0", file);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CareTeam.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}
