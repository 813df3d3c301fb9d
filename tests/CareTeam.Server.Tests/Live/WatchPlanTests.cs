using CareTeam.Server.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Server.Tests.Live;

public sealed class WatchPlanTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_watcher_far_behind_the_ring_catches_up_and_goes_live()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        // Somebody watches, so that the feed's ring has seen and dropped the oldest of these.
        var present = team.As(team.Physiatrist).Events(plan, after: 0, upTo: 5 + PlanFeed.RingSize + 50);
        foreach (var some in Enumerable.Range(0, PlanFeed.RingSize + 50).Chunk(32))
            await Task.WhenAll(some.Select(_ => team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan)).ResponseAsync));
        var all = Enumerable.Range(1, 5 + PlanFeed.RingSize + 50);

        Assert.Equal(all, (await present).Select(e => e.Version));
        Assert.Equal(all, (await team.As(team.Therapist).Events(plan, after: 0, upTo: all.Last())).Select(e => e.Version));
    }

    [Fact]
    public async Task The_live_part_begins_with_a_heartbeat_that_names_the_version()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        using var call = team.As(team.Therapist).Live.WatchPlan(new() { PlanId = plan, AfterVersion = 5 });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(new Heartbeat { PlanId = plan, Version = 5 }, call.ResponseStream.Current.Heartbeat);
    }

    [Fact]
    public async Task When_a_membership_ends_the_watch_ends_after_saying_so()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        using var call = team.As(team.Therapist).Live.WatchPlan(new() { PlanId = plan, AfterVersion = 5 });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await team.As(team.Physiatrist).Team.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });

        do Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        while (call.ResponseStream.Current.Heartbeat is not null);
        Assert.Equal(team.Therapist.PersonId, call.ResponseStream.Current.Event.MembershipEnded.PersonId);
        Assert.Equal(StatusCode.PermissionDenied, (await call.Error()).StatusCode);
    }

    [Fact]
    public async Task Who_comes_back_to_the_team_reads_over_the_end_of_the_first_membership()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var lead = team.As(team.Physiatrist).Team;
        await lead.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Leave." });
        await lead.AddMemberAsync(new() { PlanId = plan, RequestId = New.Id(), Person = team.Therapist.Person });
        Assert.Equal(7, (await team.As(team.Therapist).Events(plan, after: 0, upTo: 7)).Count);
    }

    [Fact]
    public async Task When_the_store_no_longer_has_the_plan_the_watch_ends_and_a_new_one_says_so()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        using var call = team.As(team.Therapist).Live.WatchPlan(new() { PlanId = plan, AfterVersion = 5 });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await using var source = Npgsql.NpgsqlDataSource.Create(clinic.ConnectionString);
        // As after a failover to a copy that never had it.
        foreach (var table in new[] { "mt_events where stream_id", "mt_streams where id" })
        {
            await using var lose = source.CreateCommand($"delete from careteam.{table} = $1");
            lose.Parameters.AddWithValue(plan);
            Assert.True(await lose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
        }
        Assert.Equal(StatusCode.Unavailable, (await call.Error()).StatusCode);
        using var again = team.As(team.Therapist).Live.WatchPlan(new() { PlanId = plan, AfterVersion = 5 });
        Assert.Equal(StatusCode.NotFound, (await again.Error()).StatusCode);
    }

    [Fact]
    public async Task When_the_token_expires_the_watch_ends()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        using var call = team.As(team.Therapist with { SignedInFor = TimeSpan.FromSeconds(2) }).Live.WatchPlan(new() { PlanId = plan });
        Assert.Equal(StatusCode.Unauthenticated, (await call.Error()).StatusCode);
    }

    [Fact]
    public void One_person_has_a_limited_number_of_streams_and_gets_a_place_back_when_one_ends()
    {
        var places = new CareTeam.Server.Pipeline.StreamPlaces();
        var caller = new CareTeam.Server.Access.Caller("org", new() { PersonId = "wall" });
        var taken = Enumerable.Range(0, CareTeam.Server.Pipeline.StreamPlaces.MostPerPerson).Select(_ => places.Take(caller)).ToList();
        var error = Assert.Throws<CareTeam.Server.Errors.CareTeamException>(() => places.Take(caller));
        Assert.Equal(CareTeam.Server.Errors.ErrorKind.TooMany, error.Kind);
        using (places.Take(caller with { Organization = "another" }))
        {
        }
        taken[0].Dispose();
        using var again = places.Take(caller);
    }

    [Fact]
    public async Task A_version_beyond_the_plans_is_invalid_on_both_transports()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        Assert.Equal(StatusCode.InvalidArgument, (await team.As(team.Therapist).Live.WatchPlan(new() { PlanId = plan, AfterVersion = 6 }).Error()).StatusCode);

        await using var hub = await clinic.Server.Hub(team.Therapist);
        var error = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(async () =>
        {
            await foreach (var _ in hub.StreamAsync<System.Text.Json.JsonElement>("WatchPlan", plan, 6)) Assert.Fail("Nothing should come.");
        });
        Assert.Contains("\"code\": 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("after_version", error.Message, StringComparison.Ordinal);
    }
}
