using System.Globalization;
using System.Text.RegularExpressions;

namespace CareTeam.EmbeddedPostgres;

/// <summary>An installed PostgreSQL: where its programs are and which version they have.</summary>
public sealed partial record PostgresBinaries(string Directory, Version Version)
{
    public const int OldestMajor = 14;

    private static readonly string[] Programs = ["initdb", "postgres", "pg_ctl"];

    internal string Initdb => Path.Combine(Directory, "initdb");
    internal string Postgres => Path.Combine(Directory, "postgres");

    /// <summary>The newest installed PostgreSQL, of one major version if asked; throws with what to install when there is none.</summary>
    public static Task<PostgresBinaries> FindAsync(string? binDirectory = null, int? major = null, CancellationToken ct = default)
    {
        var chosen = binDirectory ?? Environment.GetEnvironmentVariable("CARETEAM_PG_BIN");
        return string.IsNullOrEmpty(chosen)
            ? FindAsync(BinaryPlaces.Known, Environment.GetEnvironmentVariable("PATH"), major, ct)
            : FindAsync([Path.GetFullPath(chosen)], null, major, ct);
    }

    internal static async Task<PostgresBinaries> FindAsync(string[] places, string? path, int? major, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var directory in BinaryPlaces.Expand(places, path).Where(IsComplete))
        {
            if (await VersionOfAsync(directory, ct) is { } version)
                found.Add(new PostgresBinaries(directory, version));
        }

        return found.Where(b => b.Version.Major >= OldestMajor && (major is null || b.Version.Major == major))
                .MaxBy(b => b.Version)
            ?? throw MissingPostgres.Explain(places, path is not null, found, major);
    }

    private static bool IsComplete(string directory) => Programs.All(p => File.Exists(Path.Combine(directory, p)));

    private static async Task<Version?> VersionOfAsync(string directory, CancellationToken ct)
    {
        var answer = await Command.RunAsync([Path.Combine(directory, "postgres"), "--version"], ct: ct);
        var version = VersionText().Match(answer.Output);
        return answer.Succeeded && version.Success ? new Version(Number(1), version.Groups[2].Success ? Number(2) : 0) : null;

        int Number(int group) => int.Parse(version.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", "postgres (PostgreSQL) 19beta1"
    [GeneratedRegex(@"\(PostgreSQL\) (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionText();
}
