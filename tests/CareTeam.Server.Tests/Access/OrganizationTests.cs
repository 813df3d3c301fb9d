namespace CareTeam.Server.Tests.Access;

public sealed class OrganizationTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Another_organizations_plan_looks_like_one_that_does_not_exist()
    {
        var (team, other) = (clinic.NewTeam(), clinic.NewTeam());
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan);
        var missing = New.Id();

        foreach (var (id, _) in new[] { (plan, "theirs"), (missing, "nobody's") })
        {
            var lead = other.As(other.Physiatrist);
            var errors = new[]
            {
                await Expect.Status(StatusCode.NotFound, lead.Plans.GetPlanAsync(new() { PlanId = id })),
                await Expect.Status(StatusCode.NotFound, lead.Plans.HoldPlanAsync(new() { PlanId = id, RequestId = New.Id(), Reason = "x" })),
                await Expect.Status(StatusCode.NotFound, lead.Tasks.CancelTaskAsync(new() { PlanId = id, RequestId = New.Id(), TaskId = task, Reason = "x" })),
                await Expect.Status(StatusCode.NotFound, lead.Notes.SubmitNoteAsync(New.NoteFor(id))),
                await Expect.Status(StatusCode.NotFound, lead.Notes.ListNotesAsync(new() { PlanId = id })),
                await Expect.Status(StatusCode.NotFound, lead.History.ListPlanEventsAsync(new() { PlanId = id })),
                await lead.Live.WatchPlan(new() { PlanId = id }).Error(),
            };
            Assert.All(errors, e => Assert.Equal(($"There is no plan {id}.", StatusCode.NotFound), (e.Status.Detail, e.StatusCode)));
        }
        Assert.Empty((await other.As(other.Administrator).Plans.ListPlansAsync(new())).Plans);
        Assert.Empty((await other.As(other.Administrator).Tasks.ListTasksAsync(new())).Tasks);
    }

    [Fact]
    public async Task Two_organizations_may_use_the_same_ids()
    {
        var (team, other) = (clinic.NewTeam(), clinic.NewTeam());
        var request = New.Plan();
        request.PlanId = New.Id();
        await team.As(team.Physiatrist).Plans.CreatePlanAsync(request);
        await other.As(other.Physiatrist).Plans.CreatePlanAsync(request);
        await team.As(team.Physiatrist).Plans.ActivatePlanAsync(new() { PlanId = request.PlanId, RequestId = New.Id() });
        Assert.Equal(PlanStatus.Draft, (await other.As(other.Physiatrist).Plans.GetPlanAsync(new() { PlanId = request.PlanId })).Plan.Status);
    }

    [Fact]
    public async Task Lists_show_only_plans_of_the_callers_teams()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.AddTask(plan);
        Assert.Empty((await team.As(team.Outsider).Plans.ListPlansAsync(new())).Plans);
        Assert.Empty((await team.As(team.Outsider).Tasks.ListTasksAsync(new())).Tasks);
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Outsider).Plans.GetPlanAsync(new() { PlanId = plan }));
        Assert.Single((await team.As(team.Therapist).Plans.ListPlansAsync(new())).Plans);
        Assert.Single((await team.As(team.Administrator).Tasks.ListTasksAsync(new())).Tasks);

        await team.As(team.Physiatrist).Team.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Therapist.PersonId, Reason = "Moved." });
        Assert.Empty((await team.As(team.Therapist).Plans.ListPlansAsync(new())).Plans);
        await Expect.Status(StatusCode.PermissionDenied, team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan }));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_answered()
    {
        var anonymous = clinic.Server.Anonymous();
        await Expect.Status(StatusCode.Unauthenticated, anonymous.Plans.ListPlansAsync(new()));
        Assert.Equal(StatusCode.Unauthenticated, (await anonymous.Live.WatchPlan(new() { PlanId = New.Id() }).Error()).StatusCode);
    }
}
