using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Google.Protobuf.WellKnownTypes;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Storage;

/// <summary>What went through PostgreSQL comes back as it was.</summary>
public sealed class StoredPlanTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Times_and_people_come_back_unchanged_even_when_they_look_like_something_else()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var odd = new Someone(team.Physiatrist.Organization, Role.Psychologist, "2024-01-01");
        await team.As(team.Physiatrist).Team.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = odd.Person });
        var note = New.NoteFor(plan);
        note.EncounterAt = Timestamp.FromDateTime(new DateTime(2026, 1, 5, 9, 30, 0, DateTimeKind.Utc).AddTicks(1234567));
        await team.As(odd).Notes.SubmitNoteAsync(note);

        await using var fresh = clinic.NewNode();
        var e = (await fresh.As(odd).History.ListPlanEventsAsync(new() { PlanId = plan, AfterVersion = 6 })).Events.Single();
        Assert.Equal((odd.Person, note.EncounterAt), (e.Actor, e.OccurredAt));
        Assert.Equal(note.EncounterAt, (await fresh.As(odd).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Notes.Single().EncounterAt);
    }

    [Fact]
    public async Task A_long_plan_is_read_from_its_snapshot_and_the_events_since()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        for (var i = 0; i < 110; i++) await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan, $"Note {i}"));
        await using (var session = clinic.Server.Services.GetRequiredService<IDocumentStore>().QuerySession(team.Physiatrist.Organization))
        {
            var snapshot = await session.LoadAsync<PlanSnapshot>(plan);
            Assert.Equal((100, true), (snapshot!.Version, snapshot.IsUsable));
        }

        await using var fresh = clinic.NewNode();
        Assert.Equal(
            (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan,
            (await fresh.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan);

        var events = (await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 500 })).Events;
        foreach (var version in new[] { 1, 99, 100, 101, 114 })
        {
            Assert.Equal(
                CarePlanFold.Fold(CarePlanFold.Empty(plan), events.Take(version)),
                (await fresh.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = version })).Plan);
        }
    }

    /// <summary>While a newer version is rolled out, its nodes write events that the others cannot read.</summary>
    [Fact]
    public async Task A_plan_with_an_event_of_a_newer_server_is_unavailable_here_and_its_watches_end()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var therapist = team.As(team.Therapist);
        using var watch = therapist.Live.WatchPlan(new() { PlanId = plan, AfterVersion = 5 });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        await using (var source = Npgsql.NpgsqlDataSource.Create(clinic.ConnectionString))
        await using (var newer = source.CreateCommand(
            """
            insert into careteam.mt_events select (json_populate_record(e, json_build_object('seq_id', nextval('careteam.mt_events_sequence'), 'id', gen_random_uuid(),
                'version', e.version + 1, 'type', 'ward_round_held', 'mt_dotnet_type', 'CareTeam.V1.WardRoundHeld, CareTeam.Contracts'))).*
            from careteam.mt_events e where stream_id = $1 and version = 5
            """))
        {
            newer.Parameters.AddWithValue(plan);
            Assert.Equal(1, await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            newer.CommandText = "update careteam.mt_streams set version = version + 1 where id = $1";
            Assert.Equal(1, await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(StatusCode.Unavailable, (await watch.Error()).StatusCode);
        await Expect.Status(StatusCode.Unavailable, therapist.Plans.GetPlanAsync(new() { PlanId = plan }));
        await Expect.Status(StatusCode.Unavailable, therapist.Notes.SubmitNoteAsync(New.NoteFor(plan)));
    }

    [Fact]
    public async Task A_snapshot_of_other_code_is_ignored_and_replaced()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        for (var i = 0; i < 110; i++) await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        var store = clinic.Server.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.LightweightSession(team.Physiatrist.Organization))
        {
            session.Store(new PlanSnapshot(plan, 100, "another build", new CarePlan { PlanId = plan, Version = 100, Title = "Nonsense" }));
            await session.SaveChangesAsync();
        }

        await using var fresh = clinic.NewNode();
        await fresh.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        Assert.NotEqual("Nonsense", (await fresh.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Title);
        await using var query = store.QuerySession(team.Physiatrist.Organization);
        Assert.Equal((116, true), ((await query.LoadAsync<PlanSnapshot>(plan))!.Version, (await query.LoadAsync<PlanSnapshot>(plan))!.IsUsable));
    }

    [Fact]
    public async Task The_plan_as_of_a_time_is_the_plan_as_it_was_recorded_then()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        var events = (await team.As(team.Therapist).History.ListPlanEventsAsync(new() { PlanId = plan })).Events;
        var lead = team.As(team.Physiatrist).Plans;

        foreach (var e in events)
        {
            var then = (await lead.GetPlanAsync(new() { PlanId = plan, AsOfTime = e.RecordedAt })).Plan;
            Assert.Equal(events.Last(other => other.RecordedAt <= e.RecordedAt).Version, then.Version);
        }
        var before = Timestamp.FromDateTimeOffset(events[0].RecordedAt.ToDateTimeOffset().AddSeconds(-1));
        await Expect.Status(StatusCode.InvalidArgument, lead.GetPlanAsync(new() { PlanId = plan, AsOfTime = before }));
        await Expect.Status(StatusCode.InvalidArgument, lead.GetPlanAsync(new() { PlanId = plan, AsOfVersion = 7 }));
    }
}
