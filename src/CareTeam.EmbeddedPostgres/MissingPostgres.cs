namespace CareTeam.EmbeddedPostgres;

/// <summary>Tells someone without a fitting PostgreSQL what is missing, where it was looked for and what to type.</summary>
internal static class MissingPostgres
{
    public static EmbeddedPostgresException Explain(
        IReadOnlyList<string> places, bool alsoPath, IReadOnlyList<PostgresBinaries> found, int? major)
    {
        var wanted = major is { } m
            ? $"PostgreSQL {m}, the version that made this cluster,"
            : $"PostgreSQL {PostgresBinaries.OldestMajor} or newer (initdb, postgres and pg_ctl in one folder)";
        var suffix = major?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var instead = found.Count == 0
            ? "none"
            : string.Join(", ", found.Select(b => $"{b.Version} in {b.Directory}"));

        return new EmbeddedPostgresException($"""
            {wanted} was not found.
            Looked in: {string.Join(", ", places)}{(alsoPath ? ", PATH" : "")}
            Found instead: {instead}
            Install it:
              Debian, Ubuntu:  sudo apt-get install postgresql{(suffix is null ? "" : "-" + suffix)}
              Fedora:          sudo dnf install postgresql{suffix}-server
              macOS:           brew install postgresql@{suffix ?? "17"}
            or name the folder of its programs in CARETEAM_PG_BIN, or use a PostgreSQL of your own by giving a connection string.
            """);
    }
}
