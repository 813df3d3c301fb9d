using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareTeam.Server.Tests.Storage;

/// <summary>What LongPlanTests does not see: states are kept from one look to the next, and may turn out to be of a past that never was.</summary>
public sealed class PlanPastTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task The_next_look_near_one_begins_with_what_that_one_kept()
    {
        var (team, plan) = await LongPlan(150);
        var past = clinic.Server.Services.GetRequiredService<PlanPast>();
        var key = new PlanKey(team.Physiatrist.Organization, plan);
        var first = await past.At(key, 99, TestContext.Current.CancellationToken);
        var second = await past.At(key, 98, TestContext.Current.CancellationToken);
        Assert.Equal((99, 98), (first.Version, second.Version));
        // Read and folded anew, it would be another note.
        Assert.Same(first.Notes[50], second.Notes[50]);
        Assert.NotSame(first.Notes[^2], second.Notes[^1]);
        Assert.Equal(first.Notes[^2], second.Notes[^1]);
    }

    [Fact]
    public async Task Without_room_for_states_every_look_folds_from_the_beginning()
    {
        var (team, plan) = await LongPlan(70);
        using var past = new PlanPast(clinic.Server.Services.GetRequiredService<Marten.IDocumentStore>(), Options.Create(new PlanCacheOptions { PastMegabytes = 0 }));
        var key = new PlanKey(team.Physiatrist.Organization, plan);
        var looks = new[] { await past.At(key, 69, TestContext.Current.CancellationToken), await past.At(key, 69, TestContext.Current.CancellationToken) };
        Assert.Equal(looks[0], looks[1]);
        Assert.NotSame(looks[0].Notes[5], looks[1].Notes[5]);
    }

    /// <summary>As after a failover to a copy that lagged behind.</summary>
    [Fact]
    public async Task When_the_store_lost_history_looking_back_shows_what_it_has_now()
    {
        var (team, plan) = await LongPlan(150);
        var therapist = team.As(team.Therapist);
        await therapist.Plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = 140 });
        await using (var source = Npgsql.NpgsqlDataSource.Create(clinic.ConnectionString))
            foreach (var lost in new[] { "delete from careteam.mt_events where stream_id = $1 and version > 110", "update careteam.mt_streams set version = 110 where id = $1" })
            {
                await using var lose = source.CreateCommand(lost);
                lose.Parameters.AddWithValue(plan);
                Assert.True(await lose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
            }
        await using var another = clinic.NewNode();
        for (var i = 111; i <= 150; i++) await another.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, $"Written again {i}"));

        var events = (await therapist.History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 500 })).Events;
        Assert.Equal(150, events.Count);
        foreach (var version in new[] { 140, 130, 128, 110 })
            Assert.Equal(CarePlanFold.Fold(CarePlanFold.Empty(plan), events.Take(version)), (await therapist.Plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = version })).Plan);
    }

    private async Task<(TestTeam Team, string PlanId)> LongPlan(int events)
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var version = (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version;
        for (; version < events; version++) await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, $"Note {version}"));
        return (team, plan);
    }
}
