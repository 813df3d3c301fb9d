using CareTeam.EmbeddedPostgres;

namespace CareTeam.EndToEnd.Tests;

/// <summary>kill -9 in the middle of a stream of notes: what was acknowledged is there once, and what was not, sent again, is there once.</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Killing_the_server_loses_no_acknowledged_note_and_doubles_none()
    {
        await using var server = await ServerProcess.Start();
        var clinic = await Clinic.Open(server);
        var client = clinic.Client();
        int? last = null;
        using var deadline = new CancellationTokenSource(Patience * 2);
        var dashboard = clinic.Dashboard();
        var watching = dashboard.WatchUpTo(() => last, deadline.Token);

        for (var crash = 0; crash < 2; crash++)
        {
            using var stop = new CancellationTokenSource();
            var before = client.Acknowledged.Count;
            var writers = Enumerable.Range(0, 8).Select(w => client.Write($"writer {w} of crash {crash}", stop.Token)).ToList();
            await Until.True(() => Task.FromResult(client.Acknowledged.Count > before + 100), Patience, () => "No notes got through.\n" + server.Output);
            await server.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
            Assert.NotEmpty(client.Unanswered);
            await server.Start();
            await client.SendTheUnansweredAgain();
        }

        await clinic.EveryNoteIsThereOnce(client);
        last = (await clinic.Plan()).Version;
        await client.Send(new() { PlanId = clinic.PlanId, RequestId = Guid.NewGuid().ToString(), Body = new() { Narrative = "the last" } });
        last++;
        Assert.Equal(Enumerable.Range(1, last.Value), (await watching).Select(e => e.Version));
        Assert.True(dashboard.Reconnects >= 2);
    }

    [Fact]
    public async Task Killing_PostgreSQL_makes_the_server_unavailable_until_it_is_back_and_loses_nothing()
    {
        await using var postgres = await PostgresCluster.StartAsync(new PostgresClusterOptions { Supervise = false });
        await postgres.CreateDatabaseAsync("careteam");
        await using var server = await ServerProcess.Start(postgres.ConnectionString("careteam"));
        var clinic = await Clinic.Open(server);
        var client = clinic.Client();
        int? last = null;
        using var deadline = new CancellationTokenSource(Patience * 2);
        var dashboard = clinic.Dashboard();
        var watching = dashboard.WatchUpTo(() => last, deadline.Token);

        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 8).Select(w => client.Write($"writer {w}", stop.Token)).ToList();
        await Until.True(() => Task.FromResult(client.Acknowledged.Count > 100), Patience, () => "No notes got through.\n" + server.Output);
        await postgres.KillAsync();
        await Until.True(() => Task.FromResult(!client.Unanswered.IsEmpty), Patience, () => "Nobody noticed.");
        var error = await Assert.ThrowsAsync<RpcException>(clinic.Plan);
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.True(server.IsRunning);

        await postgres.StartAgainAsync();
        var acknowledged = client.Acknowledged.Count;
        await Until.True(() => Task.FromResult(client.Acknowledged.Count > acknowledged), TimeSpan.FromSeconds(2), () => "Not at work again 2 s after the database's return.\n" + server.Output);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await client.SendTheUnansweredAgain();

        await clinic.EveryNoteIsThereOnce(client);
        last = (await clinic.Plan()).Version + 1;
        await client.Send(new() { PlanId = clinic.PlanId, RequestId = Guid.NewGuid().ToString(), Body = new() { Narrative = "the last" } });
        Assert.Equal(Enumerable.Range(1, last.Value), (await watching).Select(e => e.Version));
        // The stream itself lived through it.
        Assert.Equal(0, dashboard.Reconnects);
    }
}
