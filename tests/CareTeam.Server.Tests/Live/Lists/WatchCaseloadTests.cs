using Microsoft.AspNetCore.SignalR.Client;

namespace CareTeam.Server.Tests.Live.Lists;

public sealed class WatchCaseloadTests(Clinic clinic) : IClassFixture<Clinic>
{
    private readonly HeldList<CaseloadPlan> held = ListClients.NewCaseload();

    [Fact]
    public async Task First_come_the_plans_of_the_callers_teams_and_then_what_changes()
    {
        var team = clinic.NewTeam();
        var plans = new[] { await team.ActivePlan(), await team.ActivePlan() };
        await team.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plans[0]));
        await using var watch = team.As(team.Therapist).Watch(held);
        await watch.UntilComplete();
        Assert.Equal([(plans[0], 6), (plans[1], 5)], held.Plans.Values.Select(p => (p.Summary.PlanId, p.Version)).OrderBy(p => -p.Version));

        var task = New.TaskFor(plans[1]);
        task.DueDate = "2099-03-01";
        await team.As(team.Physiatrist).Tasks.AddTaskAsync(task);
        var changed = (await watch.Next()).Plan;
        var plan = (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plans[1] })).Plan;
        Assert.Equal((plans[1], 6, plan.UpdatedAt), (changed.Summary.PlanId, changed.Version, changed.UpdatedAt));
        Assert.Equal((1, "2099-03-01"), (changed.Summary.OpenTasks, changed.Summary.NextDueDate));
        await Agrees(team, team.Therapist);
    }

    [Fact]
    public async Task Plans_come_and_go_with_memberships_and_of_one_that_is_gone_nothing_is_heard()
    {
        var team = clinic.NewTeam();
        var (one, two) = (await team.ActivePlan(), await team.ActivePlan());
        var lead = team.As(team.Physiatrist);
        await using var watch = team.As(team.Outsider).Watch(held);
        Assert.Empty(await watch.UntilComplete());

        await lead.Team.AddMemberAsync(new() { PlanId = one, RequestId = New.Id(), Person = team.Outsider.Person });
        Assert.Equal(one, (await watch.Next()).Plan.Summary.PlanId);
        await lead.Team.EndMembershipAsync(new() { PlanId = one, RequestId = New.Id(), PersonId = team.Outsider.PersonId, Reason = "Moved." });
        Assert.Equal(one, (await watch.Next()).Removed.PlanId);

        await lead.Notes.SubmitNoteAsync(New.NoteFor(one));
        await lead.Team.AddMemberAsync(new() { PlanId = two, RequestId = New.Id(), Person = team.Outsider.Person });
        Assert.Equal(two, (await watch.Next()).Plan.Summary.PlanId);
        await Agrees(team, team.Outsider);
    }

    [Fact]
    public async Task After_a_disconnect_only_what_changed_meanwhile_comes_on_whichever_node()
    {
        var team = clinic.NewTeam();
        var plans = new List<string>();
        for (var i = 0; i < 5; i++) plans.Add(await team.ActivePlan());
        await using (var watch = team.As(team.Therapist).Watch(held)) await watch.UntilComplete();

        var lead = team.As(team.Physiatrist);
        await lead.Notes.SubmitNoteAsync(New.NoteFor(plans[1]));
        await lead.Team.EndMembershipAsync(new() { PlanId = plans[2], RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });
        var added = await team.ActivePlan();
        await using var fresh = clinic.NewNode();
        await using var again = fresh.As(team.Therapist).Watch(held);
        var came = await again.UntilComplete();
        Assert.Equal(new[] { plans[1], added }.Order(), came.Where(c => c.Plan is not null).Select(c => c.Plan.Summary.PlanId).Order());
        Assert.Equal(plans[2], came.Single(c => c.Removed is not null).Removed.PlanId);
        await Agrees(team, team.Therapist);
    }

    [Fact]
    public async Task An_administrator_and_a_screen_see_the_organization_and_no_other()
    {
        var (team, other) = (clinic.NewTeam(), clinic.NewTeam());
        var plan = await team.ActivePlan();
        await other.ActivePlan();
        var screen = new Someone(team.Physiatrist.Organization, Role.Display, "wall");
        await using var watch = team.As(screen).Watch(held);
        Assert.Equal(plan, Assert.Single(await watch.UntilComplete()).Plan.Summary.PlanId);
        await other.ActivePlan();
        var second = (await team.As(team.Physiatrist).Plans.CreatePlanAsync(New.Plan())).PlanId;
        Assert.Equal(second, (await watch.Next()).Plan.Summary.PlanId);
        await Agrees(team, team.Administrator);
    }

    [Fact]
    public async Task A_plan_that_leaves_the_wanted_states_is_removed_and_comes_back_with_them()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var watch = team.As(team.Therapist).Watch(held, PlanStatus.Active);
        await watch.UntilComplete();
        await team.As(team.Physiatrist).Plans.HoldPlanAsync(new() { PlanId = plan, RequestId = New.Id(), Reason = "Surgery elsewhere." });
        Assert.Equal(plan, (await watch.Next()).Removed.PlanId);
        await team.As(team.Physiatrist).Plans.ResumePlanAsync(new() { PlanId = plan, RequestId = New.Id() });
        Assert.Equal(PlanStatus.Active, (await watch.Next()).Plan.Summary.Status);
    }

    [Fact]
    public async Task A_change_on_another_node_arrives_by_the_bell_alone()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var second = clinic.NewNode(Nodes.WithoutSweep);
        await using var watch = second.As(team.Physiatrist).Watch(held);
        await watch.UntilComplete();
        for (var version = 6; version < 10; version++)
        {
            await team.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            Assert.Equal(version, (await watch.Next()).Plan.Version);
        }
    }

    [Fact]
    public async Task A_change_whose_bell_was_lost_arrives_by_the_sweep()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var mute = clinic.NewNode(Nodes.Mute);
        await using var watch = team.As(team.Physiatrist).Watch(held);
        await watch.UntilComplete();
        await mute.As(team.Therapist).Notes.SubmitNoteAsync(New.NoteFor(plan));
        Assert.Equal(6, (await watch.Next()).Plan.Version);
    }

    [Fact]
    public async Task The_hub_gives_the_same()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var hub = await clinic.Server.Hub(team.Therapist);
        await using (var watch = hub.WatchOverHub(held))
        {
            Assert.Single(await watch.UntilComplete());
            await team.As(team.Physiatrist).Notes.SubmitNoteAsync(New.NoteFor(plan));
            Assert.Equal(6, (await watch.Next()).Plan.Version);
        }
        await using var again = team.As(team.Therapist).Watch(held);
        Assert.Empty(await again.UntilComplete());
    }

    [Fact]
    public async Task A_cursor_that_no_watch_gave_is_invalid_on_both_transports()
    {
        var team = clinic.NewTeam();
        var error = await team.As(team.Therapist).Live.WatchCaseload(new() { Cursors = { "nonsense" } }).Error();
        Assert.Equal("cursors[0]", error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);

        await using var hub = await clinic.Server.Hub(team.Therapist);
        foreach (var request in new object[] { new { cursors = new[] { "nonsense" } }, new { cursors = 7 }, "text" })
        {
            var refused = await Assert.ThrowsAsync<Microsoft.AspNetCore.SignalR.HubException>(async () =>
            {
                await foreach (var _ in hub.StreamAsync<System.Text.Json.JsonElement>("WatchCaseload", request)) Assert.Fail("Nothing should come.");
            });
            Assert.Contains("\"code\": 3", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>What is held is what ListPlans shows, at the plans' versions.</summary>
    private async Task Agrees(TestTeam team, Someone who)
    {
        var listed = (await team.As(who).Plans.ListPlansAsync(new() { PageSize = 500 })).Plans;
        Assert.Equal(listed.OrderBy(p => p.PlanId), held.Plans.Values.Select(p => p.Summary).OrderBy(p => p.PlanId));
        foreach (var plan in held.Plans.Values)
            Assert.Equal((await team.As(who).Plans.GetPlanAsync(new() { PlanId = plan.Summary.PlanId })).Plan.Version, plan.Version);
    }
}
