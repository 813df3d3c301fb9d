namespace CareTeam.Server.Tests.Notes;

/// <summary>Which ids of notes are taken is known to the store alone.</summary>
public sealed class NoteIdTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task An_id_is_used_once_and_refusing_it_leaves_nothing_behind()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var first = New.NoteFor(plan);
        first.NoteId = New.Id();
        var answer = await team.As(team.Therapist).Notes.SubmitNoteAsync(first);
        var second = New.NoteFor(plan, "Another text.");
        second.NoteId = first.NoteId;

        var refusal = await Expect.Status(StatusCode.FailedPrecondition, team.As(team.OtherTherapist).Notes.SubmitNoteAsync(second));

        Assert.Equal("id.unused", refusal.Rule());
        Assert.Equal($"note/{first.NoteId}", refusal.Detail<Google.Rpc.PreconditionFailure>().Violations.Single().Subject);
        Assert.Equal(answer, await team.As(team.Therapist).Notes.SubmitNoteAsync(first));
        var read = (await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        Assert.Equal((answer.Version, first.NoteId), (read.Version, read.Notes.Single().NoteId));
        Assert.Equal(answer.Version + 1, (await team.As(team.OtherTherapist).Notes.SubmitNoteAsync(New.NoteFor(plan))).Version);
    }

    [Fact]
    public async Task Of_two_notes_with_one_id_at_once_on_two_nodes_one_gets_in()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await using var secondNode = clinic.NewNode();
        var id = New.Id();
        var calls = new[] { clinic.Server.As(team.Therapist), secondNode.As(team.OtherTherapist) }.Select(c =>
        {
            var note = New.NoteFor(plan);
            note.NoteId = id;
            return c.Notes.SubmitNoteAsync(note).ResponseAsync;
        }).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));

        var lost = await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted));
        Assert.Equal("id.unused", lost.Rule());
        Assert.Single((await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Notes);
    }

    [Fact]
    public async Task The_same_id_in_two_plans_is_two_notes()
    {
        var team = clinic.NewTeam();
        var id = New.Id();
        foreach (var plan in new[] { await team.ActivePlan(), await team.ActivePlan() })
        {
            var note = New.NoteFor(plan);
            note.NoteId = id;
            Assert.Equal(id, (await team.As(team.Therapist).Notes.SubmitNoteAsync(note)).NoteId);
        }
    }
}
