namespace CareTeam.Server.Tests.History;

public sealed class DiffPlanTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task Between_two_versions_it_tells_what_came_in_between()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var task = await team.AddTask(plan, team.Therapist);
        await team.As(team.Therapist).Tasks.AcceptTaskAsync(new() { PlanId = plan, RequestId = New.Id(), TaskId = task });
        var history = team.As(team.Physiatrist).History;

        var diff = await history.DiffPlanAsync(new() { PlanId = plan, From = new() { Version = 6 }, To = new() { Version = 7 } });
        Assert.Equal((6, 7, "Task \"Evaluate lifting\": status requested -> accepted."), (diff.FromVersion, diff.ToVersion, diff.Differences.Single().Text));
        Assert.Empty((await history.DiffPlanAsync(new() { PlanId = plan, From = new() { Version = 7 } })).Differences);
        Assert.Contains("patient", (await history.DiffPlanAsync(new() { PlanId = plan })).Differences.Select(d => d.Area));
    }

    [Fact]
    public async Task A_late_entry_is_what_was_true_and_not_known()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var created = (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.UpdatedAt;
        var note = New.NoteFor(plan);
        note.EncounterAt = created;
        var id = (await team.As(team.Therapist).Notes.SubmitNoteAsync(note)).NoteId;

        Assert.Empty((await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan, AsOfTime = created })).Plan.Notes);
        Assert.Equal(id, (await team.As(team.Therapist).Plans.GetPlanAsync(new() { PlanId = plan, TrueAt = created })).Plan.Notes.Single().NoteId);
        var learned = await team.As(team.Therapist).History.DiffPlanAsync(new() { PlanId = plan, From = new() { KnownAt = created }, To = new() { TrueAt = created } });
        Assert.Equal(("notes", DifferenceKind.Added), (learned.Differences.Single().Area, learned.Differences.Single().Kind));
    }

    [Fact]
    public async Task Moments_that_the_plan_has_not_are_invalid()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var history = team.As(team.Physiatrist).History;
        var before = Timestamp.FromDateTime(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        foreach (var (moment, field) in new[] { (new PlanMoment { Version = 6 }, "from.version"), (new PlanMoment { KnownAt = before }, "from.known_at"), (new PlanMoment { TrueAt = before }, "from.true_at"), (new PlanMoment(), "from") })
        {
            var error = await Expect.Status(StatusCode.InvalidArgument, history.DiffPlanAsync(new() { PlanId = plan, From = moment }));
            Assert.Equal(field, error.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
        }
    }
}
