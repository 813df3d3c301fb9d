namespace CareTeam.EmbeddedPostgres;

/// <summary>The folders where PostgreSQL's programs are usually installed.</summary>
internal static class BinaryPlaces
{
    public static readonly string[] Known =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/Library/PostgreSQL/*/bin",
        "/opt/local/lib/postgresql*/bin",
    ];

    public static IEnumerable<string> Expand(IEnumerable<string> patterns, string? path) =>
        patterns.SelectMany(Matches)
            .Concat((path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(WithTarget))
            .Distinct();

    private static IEnumerable<string> Matches(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
            return [pattern];
        var parent = pattern[..pattern.LastIndexOf('/', star)];
        var end = pattern.IndexOf('/', star);
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern[(parent.Length + 1)..end]).Select(d => d + pattern[end..]).Order()
            : [];
    }

    // On the PATH there is often only a link; the other programs, and the libraries, lie beside what it points to.
    private static IEnumerable<string> WithTarget(string directory)
    {
        var postgres = new FileInfo(Path.Combine(directory, "postgres"));
        if (postgres.LinkTarget is not null
            && postgres.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { DirectoryName: { } target })
            yield return target;
        yield return directory;
    }
}
