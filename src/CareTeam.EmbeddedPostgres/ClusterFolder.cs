using System.Globalization;

namespace CareTeam.EmbeddedPostgres;

/// <summary>What lies where in a cluster's folder.</summary>
internal sealed record ClusterFolder(string Path, bool IsTemporary)
{
    public const string LogName = "postgres.log";
    private const long LogLimit = 16 * 1024 * 1024;
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Data => System.IO.Path.Combine(Path, "data");
    public string Password => System.IO.Path.Combine(Path, "password");
    public string Log => System.IO.Path.Combine(Path, LogName);
    public string Lock => System.IO.Path.Combine(Path, "owner.lock");
    public string Owner => System.IO.Path.Combine(Path, "owner.pid");

    public bool HasCluster => Directory.Exists(Data);

    public static ClusterFolder For(string? path) => path is null
        ? new ClusterFolder(
            System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"careteam-pg-{Environment.ProcessId}-{Guid.NewGuid():N}"[..^20]), true)
        : new ClusterFolder(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)), false);

    public void Create()
    {
        Directory.CreateDirectory(Path, Private);
        // Root gives the folder to another account, so it must be ours: a slip such as "/home" or a foreign data folder is refused.
        if (!File.Exists(Lock) && !HasCluster && Directory.EnumerateFileSystemEntries(Path).Any())
        {
            throw new EmbeddedPostgresException(
                $"{Path} is not empty and holds no cluster of CareTeam. "
                + "Choose another folder, or give the connection string of a server of your own.");
        }
    }

    /// <summary>The major version that made the cluster; null while there is none.</summary>
    public int? Major()
    {
        if (!HasCluster)
            return null;
        var file = System.IO.Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new EmbeddedPostgresException($"{Data} exists but is no PostgreSQL cluster: {file} is missing or unreadable.");
    }

    // PostgreSQL refuses anything more open, which is what a copy or a restored backup often is.
    public void CloseToOthers()
    {
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;
        if ((File.GetUnixFileMode(Data) & others) != 0)
            File.SetUnixFileMode(Data, Private);
    }

    public void TurnOverLog()
    {
        if (new FileInfo(Log) is { Exists: true, Length: > LogLimit })
            File.Move(Log, Log + ".1", overwrite: true);
    }

    public void Remove()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
