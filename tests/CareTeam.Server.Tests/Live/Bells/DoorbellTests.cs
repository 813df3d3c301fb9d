using CareTeam.EmbeddedPostgres;
using CareTeam.Server.Live.Bells;
using Npgsql;

namespace CareTeam.Server.Tests.Live.Bells;

/// <summary>A change made on one node reaches a watcher on another. Where the bell is under test, the sweep of the watcher's node never comes round.</summary>
public sealed class DoorbellTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_change_on_another_node_arrives_by_the_bell_alone()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var second = clinic.NewNode(Nodes.WithoutSweep);
        await second.HeardBy(clinic.Server);
        using var watch = await Watch.Live(second.As(team.Physiatrist), plan);
        for (var round = 0; round < 10; round++)
        {
            var note = await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            Assert.Equal(note.NoteId, (await watch.Next()).NoteSubmitted.Summary.NoteId);
        }
    }

    [Fact]
    public async Task A_listener_whose_connection_was_killed_hears_again_by_itself()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var second = clinic.NewNode(Nodes.WithoutSweep);
        await second.HeardBy(clinic.Server);
        using var watch = await Watch.Live(second.As(team.Physiatrist), plan);
        for (var round = 0; round < 2; round++)
        {
            var before = await Until.Is(BellConnections, c => c.Count == 4, "Two nodes have not two connections each");
            await Sql($"select count(pg_terminate_backend(pid)) from pg_stat_activity where {OfBells}");
            await Until.Is(BellConnections, c => c.Count == 4 && !c.Intersect(before).Any(), "The connections were not opened anew");
            var note = await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            Assert.Equal(note.NoteId, (await watch.Next()).NoteSubmitted.Summary.NoteId);
        }
    }

    /// <summary>What broke the connection may have been a failover to a copy that lagged behind, and nobody may be watching.</summary>
    [Fact]
    public async Task When_the_connection_breaks_nothing_is_decided_on_what_the_store_may_have_lost()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var first = clinic.NewNode();
        await first.HeardBy(clinic.Server);
        var lost = (await first.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan))).NoteId;
        await Sql($"with lost as (delete from careteam.mt_events where stream_id = '{plan}' and version = 6 returning 1) select count(*) from lost");
        await Sql($"with lost as (update careteam.mt_streams set version = 5 where id = '{plan}' returning 1) select count(*) from lost");
        var others = (await clinic.Server.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan))).NoteId;
        var before = await Until.Is(BellConnections, c => c.Count == 4, "Two nodes have not two connections each");
        await Sql($"select count(pg_terminate_backend(pid)) from pg_stat_activity where {OfBells}");
        await Until.Is(BellConnections, c => c.Count == 4 && !c.Intersect(before).Any(), "The connections were not opened anew");

        var own = (await first.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan))).NoteId;
        var notes = (await first.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Notes.Select(n => n.NoteId).ToList();
        Assert.Equal([others, own], notes);
        Assert.DoesNotContain(lost, notes);
    }

    [Fact]
    public async Task What_was_rung_while_nobody_listened_is_found_when_somebody_does_again()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var mute = clinic.NewNode(Nodes.Mute);
        await using var second = clinic.NewNode(Nodes.WithoutSweep);
        await second.HeardBy(clinic.Server);
        using var watch = await Watch.Live(second.As(team.Physiatrist), plan);
        var note = await mute.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        await Until.Is(BellConnections, c => c.Count == 6, "Three nodes have not two connections each");
        await Sql($"select count(pg_terminate_backend(pid)) from pg_stat_activity where {OfBells} and query ilike 'listen%'");
        Assert.Equal(note.NoteId, (await watch.Next()).NoteSubmitted.Summary.NoteId);
    }

    [Fact]
    public async Task A_change_whose_bell_was_lost_arrives_by_the_sweep()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var mute = clinic.NewNode(Nodes.Mute);
        using var watch = await Watch.Live(team.As(team.Physiatrist), plan);
        var note = await mute.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        Assert.Equal(note.NoteId, (await watch.Next()).NoteSubmitted.Summary.NoteId);
    }

    [Fact]
    public async Task After_a_restart_of_PostgreSQL_the_nodes_hear_each_other_again()
    {
        await using var postgres = await PostgresCluster.StartAsync(new PostgresClusterOptions { Supervise = false });
        await postgres.CreateDatabaseAsync("careteam");
        await using (var one = new ServerNode(postgres.ConnectionString("careteam"), clinic.DataDirectory))
        await using (var two = new ServerNode(postgres.ConnectionString("careteam"), clinic.DataDirectory, Nodes.WithoutSweep))
        {
            var lead = new Someone("clinic", Role.Physiatrist, "dr-lead");
            var plan = (await one.As(lead).Plans.CreatePlanAsync(New.Plan())).PlanId;
            using var watch = await Watch.Live(two.As(lead), plan);
            await postgres.KillAsync();
            await postgres.StartAgainAsync();
            await Until.Is(() => Count(postgres.ConnectionString("careteam")), c => c == 4, "The connections were not opened anew");

            await UntilAnswered(one.As(lead).Plans, new() { PlanId = plan, RequestId = New.Id() });
            Assert.NotNull((await watch.Next()).PlanActivated);
        }
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Its connections of before the restart are dead, and each finds that out once.</summary>
    private static Task<bool> UntilAnswered(PlanService.PlanServiceClient plans, ActivatePlanRequest request) => Until.Is(
        async () =>
        {
            try
            {
                await plans.ActivatePlanAsync(request);
                return true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                return false;
            }
        },
        answered => answered, "The store stays out of reach");

    private const string OfBells = $"datname = current_database() and application_name = '{BellChannel.ApplicationName}'";

    private Task<List<int>> BellConnections() => Sql($"select pid from pg_stat_activity where {OfBells}");

    private Task<List<int>> Sql(string sql) => Sql(clinic.ConnectionString, sql);

    private static async Task<int> Count(string database) => (await Sql(database, $"select pid from pg_stat_activity where {OfBells}")).Count;

    private static async Task<List<int>> Sql(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var values = new List<int>();
        while (await rows.ReadAsync()) values.Add(Convert.ToInt32(rows.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
        return values;
    }
}
