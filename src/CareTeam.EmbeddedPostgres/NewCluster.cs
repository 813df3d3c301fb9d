using System.Security.Cryptography;
using System.Text;

namespace CareTeam.EmbeddedPostgres;

/// <summary>Makes a folder's cluster and the password that opens it.</summary>
internal static class NewCluster
{
    private const string Unfinished = "data.new-";

    public static async Task MakeAsync(
        ClusterFolder folder, PostgresBinaries binaries, ServerAccount account, PostgresProfile profile, CancellationToken ct)
    {
        foreach (var abandoned in Directory.GetDirectories(folder.Path, Unfinished + "*"))
            Directory.Delete(abandoned, recursive: true);
        if (!File.Exists(folder.Password))
            WritePassword(folder);
        await account.ChownAsync([folder.Password], ct);

        // A kill in the middle leaves only a folder under another name, never half a cluster.
        var making = Path.Combine(folder.Path, Unfinished + Guid.NewGuid().ToString("N")[..8]);
        var made = await InitdbAsync("C.UTF-8");
        if (!made.Succeeded && made.Output.Contains("locale", StringComparison.Ordinal))
            made = await InitdbAsync("C");
        if (!made.Succeeded)
            throw new EmbeddedPostgresException($"{binaries.Initdb} could not make a cluster in {folder.Path}:\n{made.Output}");
        Directory.Move(making, folder.Data);

        Task<CommandResult> InitdbAsync(string locale) => account.RunAsync(
            [
                binaries.Initdb, "--pgdata", making, "--username", ServerLaunch.Superuser, "--pwfile", folder.Password,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", locale, "--no-instructions",
                profile == PostgresProfile.Durable ? "--data-checksums" : "--no-sync",
            ],
            folder, ct);
    }

    private static void WritePassword(ClusterFolder folder)
    {
        var writing = folder.Password + ".new";
        File.Delete(writing);
        var create = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(writing, create))
        {
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(40, lowercase: true)));
            file.Flush(flushToDisk: true);
        }

        File.Move(writing, folder.Password);
    }
}
