using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace CareTeam.EmbeddedPostgres;

/// <summary>All that is needed to start one folder's server, again and again.</summary>
internal sealed record ServerLaunch(
    ClusterFolder Folder, PostgresBinaries Binaries, ServerAccount Account, IReadOnlyDictionary<string, string> Settings, string Password)
{
    public const string Superuser = "postgres";

    // Every server process carries this in its title: the only mark that outlives the postmaster and that any account may read.
    public string ClusterName { get; } =
        "careteam-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder.Data)))[..12];

    public string[] Arguments(int port) =>
    [
        "-D", Folder.Data,
        .. Settings.Append(new("cluster_name", ClusterName))
            .Append(new("port", port.ToString(CultureInfo.InvariantCulture)))
            .SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" }),
    ];

    public NpgsqlConnectionStringBuilder ConnectionString(int port, string database) => new()
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Superuser,
        Password = Password,
        Database = database,
    };

    /// <summary>Whether the server that runs was started with these very settings; PostgreSQL writes them to postmaster.opts.</summary>
    public bool IsWhatRunsOn(int port)
    {
        var options = Path.Combine(Folder.Data, "postmaster.opts");
        return File.Exists(options)
            && File.ReadAllText(options).TrimEnd().EndsWith(
                string.Concat(Arguments(port).Select(a => $" \"{a}\"")), StringComparison.Ordinal);
    }
}
