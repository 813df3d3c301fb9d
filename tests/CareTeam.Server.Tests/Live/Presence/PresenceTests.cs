using CareTeam.Server.Live.Presence;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Live.Presence;

/// <summary>On nodes whose time stands still: nobody is gone because a test takes long, and who is gone left.</summary>
public sealed class PresenceTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SimulatedClock clock = new(DateTimeOffset.UtcNow);

    private ServerNode Node() => clinic.NewNode(services => services.AddSingleton<TimeProvider>(clock));

    [Fact]
    public async Task Who_has_a_plan_open_and_what_they_do_there_is_seen_on_every_node()
    {
        await using var first = Node();
        await using var second = Node();
        var team = clinic.NewTeam(first);
        var plan = await team.ActivePlan();
        await second.HeardBy(first);
        using var here = Watching(team.As(team.Physiatrist), plan);
        using var there = Watching(second.As(team.Physiatrist), plan);
        foreach (var watch in new[] { here, there }) await Sees(watch);

        var window = New.Id();
        await Announce(team.As(team.Therapist), plan, PresenceActivity.Viewing, window);
        foreach (var watch in new[] { here, there }) await Sees(watch, (team.Therapist, PresenceActivity.Viewing));
        await Announce(second.As(team.Therapist), plan, PresenceActivity.WritingNote, window);
        await Announce(second.As(team.Administrator), plan, PresenceActivity.Viewing);
        foreach (var watch in new[] { here, there }) await Sees(watch, (team.Administrator, PresenceActivity.Viewing), (team.Therapist, PresenceActivity.WritingNote));
        await Announce(team.As(team.Therapist), plan, PresenceActivity.Left, window);
        foreach (var watch in new[] { here, there }) await Sees(watch, (team.Administrator, PresenceActivity.Viewing));

        Assert.Equal(5, (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version);
    }

    [Fact]
    public async Task Who_falls_silent_is_gone_within_ten_seconds_and_so_are_those_of_a_node_that_is_gone()
    {
        await using var first = Node();
        var second = Node();
        var team = clinic.NewTeam(first);
        var plan = await team.ActivePlan();
        await second.HeardBy(first);
        using var watch = Watching(team.As(team.Physiatrist), plan);
        await Announce(second.As(team.Therapist), plan, PresenceActivity.WritingNote);
        await Announce(team.As(team.OtherTherapist), plan, PresenceActivity.Viewing);
        await Sees(watch, (team.Therapist, PresenceActivity.WritingNote), (team.OtherTherapist, PresenceActivity.Viewing));
        await second.DisposeAsync();
        var silent = clock.GetUtcNow();
        clock.Set(silent.AddSeconds(3));
        first.Services.GetRequiredService<PresenceBoard>().Expire();
        using (var after = Watching(team.As(team.Physiatrist), plan))
            await Sees(after, (team.Therapist, PresenceActivity.WritingNote), (team.OtherTherapist, PresenceActivity.Viewing));
        clock.Set(silent.AddSeconds(10));
        await Sees(watch);
    }

    [Fact]
    public async Task With_the_connection_of_a_hub_client_its_windows_close_at_once()
    {
        await using var first = Node();
        await using var second = Node();
        var team = clinic.NewTeam(first);
        var plan = await team.ActivePlan();
        await second.HeardBy(first);
        using var watch = Watching(second.As(team.Physiatrist), plan);
        var hub = await first.Hub(team.Therapist);
        var again = (await hub.InvokeAsync<System.Text.Json.JsonElement>("AnnouncePresence", new { planId = plan, windowId = New.Id(), activity = "PRESENCE_ACTIVITY_VIEWING" }))
            .GetProperty("againWithinSeconds").GetInt32();
        Assert.InRange(again, 1, 5);
        await Sees(watch, (team.Therapist, PresenceActivity.Viewing));
        await hub.DisposeAsync();
        await Sees(watch);
    }

    [Fact]
    public async Task The_hub_shows_the_same_people()
    {
        await using var node = Node();
        var team = clinic.NewTeam(node);
        var plan = await team.ActivePlan();
        await Announce(team.As(team.Therapist), plan, PresenceActivity.WritingNote);
        await using var hub = await node.Hub(team.Physiatrist);
        await foreach (var item in hub.StreamAsync<System.Text.Json.JsonElement>("WatchPresence", new { planId = plan }))
        {
            var person = item.GetProperty("people")[0];
            Assert.Equal((team.Therapist.PersonId, "PRESENCE_ACTIVITY_WRITING_NOTE"), (person.GetProperty("person").GetProperty("personId").GetString(), person.GetProperty("activity").GetString()));
            return;
        }
        Assert.Fail("Nothing came.");
    }

    [Fact]
    public async Task A_screen_on_the_wall_and_strangers_neither_watch_nor_are_seen()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var screen = team.As(new Someone(team.Physiatrist.Organization, Role.Display, "wall"));
        await Expect.Status(StatusCode.PermissionDenied, screen.Live.AnnouncePresenceAsync(new() { PlanId = plan, WindowId = New.Id(), Activity = PresenceActivity.Viewing }));
        Assert.Equal(StatusCode.PermissionDenied, (await screen.Live.WatchPresence(new() { PlanId = plan }).Error()).StatusCode);
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Live.AnnouncePresenceAsync(new() { PlanId = plan, WindowId = New.Id(), Activity = PresenceActivity.Viewing }));
        Assert.Equal(StatusCode.PermissionDenied, (await team.As(team.Outsider).Live.WatchPresence(new() { PlanId = plan }).Error()).StatusCode);
        var other = clinic.NewTeam();
        Assert.Equal(StatusCode.NotFound, (await other.As(other.Administrator).Live.WatchPresence(new() { PlanId = plan }).Error()).StatusCode);
    }

    [Fact]
    public async Task With_the_membership_the_watch_ends()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var call = team.As(team.Therapist).Live.WatchPresence(new() { PlanId = plan });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await team.As(team.Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        await team.As(team.Physiatrist).Team.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });
        Assert.Equal(StatusCode.PermissionDenied, (await call.Error()).StatusCode);
    }

    private static AsyncServerStreamingCall<WatchPresenceResponse> Watching(Clients clients, string plan) => clients.Live.WatchPresence(new() { PlanId = plan });

    private static async Task Announce(Clients clients, string plan, PresenceActivity activity, string? window = null) =>
        await clients.Live.AnnouncePresenceAsync(new() { PlanId = plan, WindowId = window ?? New.Id(), Activity = activity });

    /// <summary>Reads until exactly these people are there.</summary>
    private static async Task Sees(AsyncServerStreamingCall<WatchPresenceResponse> watch, params (Someone Who, PresenceActivity Activity)[] people)
    {
        using var deadline = new CancellationTokenSource(Patience);
        var wanted = people.Select(p => new PresentPerson { Person = p.Who.Person, Activity = p.Activity }).OrderBy(p => p.Person.Name, StringComparer.Ordinal).ToList();
        do Assert.True(await watch.ResponseStream.MoveNext(deadline.Token));
        while (!watch.ResponseStream.Current.People.SequenceEqual(wanted));
    }
}
