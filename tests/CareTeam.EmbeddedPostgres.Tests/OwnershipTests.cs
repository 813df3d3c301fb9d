using System.Globalization;

namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class OwnershipTests
{
    [Fact]
    public async Task A_second_start_on_the_same_folder_says_who_holds_it()
    {
        using var folder = new KeptFolder();
        using var owner = await OwnerProcess.StartAsync(folder.Path);
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Clusters.StartAsync(Clusters.In(folder.Path)));
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"process {owner.ProcessId}", refused.Message, StringComparison.Ordinal);
        await owner.KillAsync();
        await (await Clusters.StartAsync(Clusters.In(folder.Path))).DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_outlived_its_owner_is_taken_over_and_later_stopped()
    {
        using var folder = new KeptFolder();
        using var owner = await OwnerProcess.StartAsync(folder.Path);
        await owner.KillAsync();
        Assert.True(Signals.IsAlive(owner.ServerProcessId));

        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Equal(owner.ServerProcessId, cluster.ProcessId);
        Assert.Equal(1, await cluster.AskAsync<int>("select 1"));

        await cluster.DisposeAsync();
        Assert.False(Signals.IsAlive(owner.ServerProcessId));
    }

    [Fact]
    public async Task A_server_that_outlived_its_owner_is_restarted_when_other_settings_are_wanted()
    {
        using var folder = new KeptFolder();
        using var owner = await OwnerProcess.StartAsync(folder.Path);
        await owner.KillAsync();

        await using var cluster = await Clusters.StartAsync(
            Clusters.In(folder.Path) with { Settings = new Dictionary<string, string> { ["work_mem"] = "7MB" } });
        Assert.NotEqual(owner.ServerProcessId, cluster.ProcessId);
        Assert.Equal("7MB", await cluster.AskAsync<string>("show work_mem"));
    }

    [Fact]
    public async Task A_process_that_got_the_number_of_a_dead_server_is_not_mistaken_for_it()
    {
        using var folder = new KeptFolder();
        await (await Clusters.StartAsync(Clusters.In(folder.Path))).DisposeAsync();
        var stranger = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(Path.Combine(folder.Path, "data", "postmaster.pid"), $"{stranger}\n\n1700000000\n1\n\n127.0.0.1\n\nready\n");

        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Equal(1, await cluster.AskAsync<int>("select 1"));
    }

    [Fact]
    public async Task A_throwaway_cluster_goes_with_its_killed_owner()
    {
        using var owner = await OwnerProcess.StartAsync(OwnerProcess.Temporary);
        Assert.StartsWith(Path.Combine(Path.GetTempPath(), $"careteam-pg-{owner.ProcessId}-"), owner.Folder, StringComparison.Ordinal);
        await owner.KillAsync();
        await Poll.UntilAsync(() => !Signals.IsAlive(owner.ServerProcessId), "the server is gone");
        await Poll.UntilAsync(() => !Directory.Exists(owner.Folder), "the folder is gone");
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        using var folder = new KeptFolder();
        File.WriteAllText(Path.Combine(folder.Root, "thesis.odt"), "");
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Clusters.StartAsync(Clusters.In(folder.Root)));
        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.odt"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }
}
