namespace CareTeam.EmbeddedPostgres.Tests;

public sealed class DatabaseTests(SharedCluster shared) : IClassFixture<SharedCluster>
{
    private readonly PostgresCluster cluster = shared.Cluster;

    [Fact]
    public async Task A_database_is_made_once_copied_and_dropped_under_any_name()
    {
        const string odd = "ward \"7\"; drop";
        Assert.True(await cluster.CreateDatabaseAsync(odd, ct: Poll.Cancelled));
        Assert.False(await cluster.CreateDatabaseAsync(odd, ct: Poll.Cancelled));
        await cluster.AskAsync<object>("create table note as select 1 n", odd);

        var copies = Enumerable.Range(1, 4).Select(i => $"copy{i}").ToArray();
        Assert.All(await Task.WhenAll(copies.Select(c => cluster.CreateDatabaseAsync(c, odd, Poll.Cancelled))), Assert.True);
        foreach (var copy in copies)
            Assert.Equal(1, await cluster.AskAsync<int>("select n from note", copy));

        await cluster.DropDatabaseAsync(odd, Poll.Cancelled);
        await cluster.DropDatabaseAsync(odd, Poll.Cancelled);
        Assert.True(await cluster.CreateDatabaseAsync(odd, ct: Poll.Cancelled));
    }

    [Fact]
    public async Task Of_two_simultaneous_makers_of_a_database_one_is_told_that_it_was_there()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cluster.CreateDatabaseAsync("care", ct: Poll.Cancelled)));
        Assert.Equal(1, made.Count(m => m));
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_password()
    {
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(async () =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(
                $"Host=127.0.0.1;Port={cluster.Port};Username=postgres;Password=guess;Pooling=false");
            await connection.OpenAsync(Poll.Cancelled);
        });
        Assert.Equal("28P01", refused.SqlState);
        Assert.Equal("UTF8", await cluster.AskAsync<string>("show server_encoding"));
    }

    [Fact]
    public async Task Settings_of_the_caller_win()
    {
        Assert.Equal("on off", await cluster.AskAsync<string>("select current_setting('autovacuum') || ' ' || current_setting('fsync')"));
    }
}
