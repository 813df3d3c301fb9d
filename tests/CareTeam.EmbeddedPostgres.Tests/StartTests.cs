namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Data_and_password_survive_a_restart()
    {
        using var folder = new KeptFolder();
        string password;
        await using (var first = await Clusters.StartAsync(Clusters.In(folder.Path)))
        {
            Assert.Null(await first.AskAsync<object>("create table note (body text)"));
            await first.AskAsync<object>("insert into note values ('walked 40 m')");
            password = first.ConnectionString();
        }

        await using var second = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Equal("walked 40 m", await second.AskAsync<string>("select body from note"));
        Assert.Equal(password.Split("Password=")[1], second.ConnectionString().Split("Password=")[1]);
    }

    [Fact]
    public async Task The_durable_profile_keeps_every_promise_about_committed_data()
    {
        using var folder = new KeptFolder();
        await using var cluster = await Clusters.StartAsync(new() { Folder = folder.Path });
        Assert.Equal("on on on on", await cluster.AskAsync<string>(
            """
            select string_agg(setting, ' ') from pg_settings
            where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')
            """));
    }

    [Fact]
    public async Task Two_clusters_run_at_once_and_leave_nothing_behind()
    {
        var clusters = await Task.WhenAll(
            Clusters.StartAsync(PostgresClusterOptions.Throwaway), Clusters.StartAsync(PostgresClusterOptions.Throwaway));
        Assert.NotEqual(clusters[0].Port, clusters[1].Port);
        foreach (var cluster in clusters)
        {
            Assert.Equal(1, await cluster.AskAsync<int>("select 1"));
            await cluster.DisposeAsync();
            Assert.False(Directory.Exists(cluster.Folder));
            Assert.False(Signals.IsAlive(cluster.ProcessId));
        }
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => Clusters.StartAsync(PostgresClusterOptions.Throwaway with { Port = port }));
        Assert.Contains($"{port} is taken", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_shows_the_end_of_the_log_and_removes_its_folder()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Clusters.StartAsync(
            PostgresClusterOptions.Throwaway with { Settings = new Dictionary<string, string> { ["shared_buffers"] = "plenty" } }));
        Assert.Contains("invalid value for parameter \"shared_buffers\"", refused.Message, StringComparison.Ordinal);
        var folder = refused.Message.Split("did not start in ")[1].Split(". The end")[0];
        Assert.False(Directory.Exists(folder), folder);
    }

    [Fact]
    public async Task A_start_that_was_killed_half_way_leaves_no_half_cluster()
    {
        using var folder = new KeptFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data.new-killed", "base"));
        File.WriteAllText(Path.Combine(folder.Path, "owner.lock"), "");
        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Empty(Directory.GetDirectories(folder.Path, "data.new*"));
    }

    [Fact]
    public async Task A_data_folder_that_became_too_open_is_closed_again()
    {
        using var folder = new KeptFolder();
        await (await Clusters.StartAsync(Clusters.In(folder.Path))).DisposeAsync();
        File.SetUnixFileMode(Path.Combine(folder.Path, "data"), (UnixFileMode)0b111_101_101);
        await using var cluster = await Clusters.StartAsync(Clusters.In(folder.Path));
        Assert.Equal(1, await cluster.AskAsync<int>("select 1"));
    }
}
