namespace CareTeam.Tests;

/// <summary>Where the checkout is that the tests run in.</summary>
public static class Repository
{
    public static readonly string Root = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CareTeam.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests must run inside the repository.");
    }
}
