using Microsoft.Extensions.Logging;

namespace CareTeam.EmbeddedPostgres;

public sealed partial class PostgresCluster
{
    private static async Task<ServerLaunch> PrepareAsync(
        ClusterFolder folder, PostgresClusterOptions options, ILogger log, CancellationToken ct)
    {
        var binaries = await PostgresBinaries.FindAsync(options.BinDirectory, folder.Major(), ct);
        var account = await ServerAccount.ChooseAsync(folder, ct);
        await account.TakeOverAsync(folder, ct);
        await account.RequireReachableAsync(
            binaries.Postgres, "Install PostgreSQL for all accounts, or open that folder with: chmod o+x", ct);

        if (!folder.HasCluster)
        {
            log.MakingCluster(binaries.Version, folder.Path);
            await NewCluster.MakeAsync(folder, binaries, account, options.Profile, ct);
        }

        folder.CloseToOthers();
        folder.TurnOverLog();
        return new ServerLaunch(folder, binaries, account, ProfileSettings.Of(options), ReadPassword(folder));
    }

    private static string ReadPassword(ClusterFolder folder) => File.Exists(folder.Password)
        ? File.ReadAllText(folder.Password)
        : throw new EmbeddedPostgresException(
            $"The password of the cluster, {folder.Password}, is gone; put it back, or move {folder.Path} away.");

    private static async Task<Postmaster?> TakeOverAsync(ServerLaunch launch, int? port, ILogger log, CancellationToken ct)
    {
        if (await Survivor.FindAsync(launch, ct) is not { } running)
            return null;
        if (launch.IsWhatRunsOn(port ?? running.Port))
        {
            log.TookOver(running.ProcessId, launch.Folder.Path);
            return running;
        }

        log.SettingsDiffer(launch.Folder.Path);
        await running.StopAsync(Signal.Interrupt);
        return null;
    }
}
