namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class AccountTests
{
    [Fact]
    public async Task A_server_started_by_root_runs_unprivileged_in_a_folder_closed_to_others()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root has to drop its rights");
        using var folder = new KeptFolder();
        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.NotEqual("0", await OwnerOfAsync("-ldn", cluster));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "password")));
    }

    [Fact]
    public async Task A_folder_that_the_unprivileged_account_cannot_reach_is_refused_with_what_to_do()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root has to drop its rights");
        using var folder = new KeptFolder();
        File.SetUnixFileMode(folder.Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Clusters.StartAsync(Clusters.In(folder.Path)));
        Assert.EndsWith($"chmod o+x {folder.Root}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_stays_with_the_account_that_owns_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give a folder away");
        using var folder = new KeptFolder();
        await (await Clusters.StartAsync(Clusters.In(folder.Path))).DisposeAsync();
        await Command.RunAsync(["chown", "-R", "nobody:", folder.Path], ct: Poll.Cancelled);
        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Equal("nobody", await OwnerOfAsync("-ld", cluster));
    }

    private static async Task<string> OwnerOfAsync(string flags, PostgresCluster cluster) =>
        (await Command.RunAsync(["ls", flags, $"/proc/{cluster.ProcessId}"], ct: Poll.Cancelled)).Output.Split(' ')[2];
}
