using CareTeam.Server.Plans;
using CareTeam.Server.Storage;
using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Server.Tests;

public sealed class MainJobTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_dashboard_sees_the_note_and_the_reassignment_that_others_make()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        var dashboard = team.As(team.Administrator).Events(plan, after: 0, upTo: 8);

        var note = await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        var reassigned = await team.As(team.Physiatrist).Tasks.ReassignTaskAsync(
            new() { PlanId = plan, RequestId = New.Id(), TaskId = task, AssigneeId = team.OtherTherapist.PersonId });

        Assert.Equal((7, 8), (note.Version, reassigned.Version));
        var events = await dashboard;
        Assert.Equal(Enumerable.Range(1, 8), events.Select(e => e.Version));
        Assert.Equal(note.NoteId, events[6].NoteSubmitted.Summary.NoteId);
        Assert.Equal(team.OtherTherapist.Person, events[7].TaskReassigned.Assignee);
        Assert.Equal(team.Therapist.Person, events[6].Actor);
    }

    [Fact]
    public async Task The_hub_and_gRPC_give_the_same_items()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));

        await using var hub = await clinic.Server.Hub(team.Therapist);
        var fromHub = new List<PlanEvent>();
        await foreach (var item in hub.StreamAsync<System.Text.Json.JsonElement>("WatchPlan", plan, 2))
        {
            var response = ProtoJson.Parser.Parse<WatchPlanResponse>(item.GetRawText());
            if (response.Event is not null) fromHub.Add(response.Event);
            if (fromHub.Count == 4) break;
        }

        Assert.Equal(await team.As(team.Therapist).Events(plan, after: 2, upTo: 6), fromHub);
    }

    [Fact]
    public async Task What_is_served_is_what_the_events_add_up_to()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.AddTask(plan, team.Therapist);
        await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));

        var events = (await team.As(team.Physiatrist).History.ListPlanEventsAsync(new() { PlanId = plan })).Events;
        var served = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.Equal(CarePlanFold.Fold(CarePlanFold.Empty(plan), events), served);
        for (var version = 1; version <= events.Count; version++)
        {
            var then = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan, AsOfVersion = version })).Plan;
            Assert.Equal(CarePlanFold.Fold(CarePlanFold.Empty(plan), events.Take(version)), then);
        }
    }
}
