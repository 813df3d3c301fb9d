namespace CareTeam.EmbeddedPostgres.Tests;

/// <summary>A folder for one test's cluster.</summary>
internal sealed class KeptFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("careteam-test-").FullName;

    /// <summary>A name that any careless quoting breaks on.</summary>
    public string Path => System.IO.Path.Combine(Root, "it's $HOME \"here\"");

    public KeptFolder() => File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
