using System.Diagnostics;
using Npgsql;

namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class RecoveryTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private readonly PostgresCluster cluster = shared.Cluster;

    [Fact]
    public async Task A_killed_server_comes_back_on_the_same_port_with_every_committed_row()
    {
        using var folder = new KeptFolder();
        await using var durable = await Clusters.StartAsync(new() { Folder = folder.Path });
        var connection = durable.ConnectionString();
        await durable.AskAsync<object>("create table note as select 'walked 40 m' body");

        // Only the postmaster: its children are left holding the shared memory, as after a real kill -9.
        var (killed, clock) = (durable.ProcessId, Stopwatch.StartNew());
        Signals.Send(killed, Signal.Kill);
        await Poll.UntilAsync(() => AnswersAsync(durable), "the server answers");

        TestContext.Current.SendDiagnosticMessage($"Back after {clock.ElapsedMilliseconds} ms");
        Assert.Equal("walked 40 m", await durable.AskAsync<string>("select body from note"));
        Assert.Equal(connection, durable.ConnectionString());
        Assert.NotEqual(killed, durable.ProcessId);
    }

    [Fact]
    public async Task An_old_query_that_notices_nothing_does_not_keep_the_server_down()
    {
        var busy = cluster.AskAsync<long>("select count(*) from generate_series(1, 1000000000) a, generate_series(1, 100) b");
        const string running = "select count(*) from pg_stat_activity where query like '%series(1, 100)%' and pid <> pg_backend_pid()";
        await Poll.UntilAsync(async () => await cluster.AskAsync<long>(running) > 0, "the query runs");
        Signals.Send(cluster.ProcessId, Signal.Kill);
        await Poll.UntilAsync(() => AnswersAsync(cluster), "the server answers");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => busy);
    }

    [Fact]
    public async Task An_unsupervised_server_stays_dead_until_it_is_started_again()
    {
        await using var alone = await Clusters.StartAsync(PostgresClusterOptions.Throwaway with { Supervise = false });
        await alone.KillAsync(Poll.Cancelled);
        Assert.False(Signals.IsAlive(alone.ProcessId));
        Assert.False(await AnswersAsync(alone));

        await alone.StartAgainAsync(Poll.Cancelled);
        Assert.True(await AnswersAsync(alone));
        var running = alone.ProcessId;
        await alone.StartAgainAsync(Poll.Cancelled);
        Assert.Equal(running, alone.ProcessId);
    }

    [Fact]
    public async Task A_server_killed_again_and_again_comes_back_each_time()
    {
        for (var i = 0; i < 3; i++)
        {
            await cluster.KillAsync(Poll.Cancelled);
            await Poll.UntilAsync(() => AnswersAsync(cluster), "the server answers");
        }
    }

    private static async Task<bool> AnswersAsync(PostgresCluster cluster)
    {
        try
        {
            return await cluster.AskAsync<int>("select 1") == 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
