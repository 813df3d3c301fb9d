namespace CareTeam.Server.Tests.Notes;

public sealed class SubmitNotesTests(Clinic clinic) : IClassFixture<Clinic>
{
    /// <summary>What a client takes that has not been told otherwise.</summary>
    private const int MostOfAMessage = 4 * 1024 * 1024;

    [Fact]
    public async Task A_batch_of_which_each_note_fails_in_many_ways_is_still_answered_in_one_message()
    {
        var team = clinic.NewTeam();
        var note = New.NoteFor(await team.ActivePlan());
        note.TaskIds.Add(Enumerable.Range(0, 50).Select(i => $"no id {i}"));
        using var call = team.As(team.Therapist).Notes.SubmitNotes();
        for (var i = 0; i < 1_000; i++)
        {
            note.RequestId = New.Id();
            await call.RequestStream.WriteAsync(new() { Note = note });
        }
        await call.RequestStream.CompleteAsync();
        var response = await call.ResponseAsync;

        Assert.InRange(response.CalculateSize(), 1, MostOfAMessage);
        Assert.Equal(1_000, response.Results.Count);
        Assert.All(response.Results, r => Assert.Equal((int)StatusCode.InvalidArgument, r.Failure.Code));
        Assert.All(response.Results, r => Assert.StartsWith("task_ids[0]", r.Failure.Message, StringComparison.Ordinal));
        Assert.Equal(note.RequestId, response.Results[^1].RequestId);
        Assert.Equal(50, response.Results[0].Failure.Status.Unpack<Google.Rpc.Status>().GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Count);
        Assert.Null(response.Results[^1].Failure.Status);
    }

    [Fact]
    public async Task What_is_no_request_id_is_not_sent_back()
    {
        var team = clinic.NewTeam();
        var note = New.NoteFor(await team.ActivePlan());
        note.RequestId = new string('x', 3 * 1024 * 1024);
        using var call = team.As(team.Therapist).Notes.SubmitNotes();
        for (var i = 0; i < 3; i++) await call.RequestStream.WriteAsync(new() { Note = note });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(["", "", ""], (await call.ResponseAsync).Results.Select(r => r.RequestId));
    }

    [Fact]
    public async Task When_the_token_expires_no_more_notes_are_taken()
    {
        var team = clinic.NewTeam();
        var note = New.NoteFor(await team.ActivePlan());
        var therapist = team.Therapist with { SignedInFor = TimeSpan.FromSeconds(8) };
        using var call = team.As(therapist).Notes.SubmitNotes();
        await call.RequestStream.WriteAsync(new() { Note = note });
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        // What was recorded by then stays recorded.
        Assert.Single((await team.As(team.Therapist).Notes.ListNotesAsync(new() { PlanId = note.PlanId })).Notes);
    }
}
