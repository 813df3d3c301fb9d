namespace CareTeam.Server.Tests.Notes;

public sealed class SearchNotesTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static async Task<string> Note(TestTeam team, string plan, string text, DateTime? encounter = null)
    {
        var note = New.NoteFor(plan, text);
        if (encounter is { } at) note.EncounterAt = Timestamp.FromDateTime(DateTime.SpecifyKind(at, DateTimeKind.Utc));
        return (await team.As(team.Therapist).Notes.SubmitNoteAsync(note)).NoteId;
    }

    private static async Task<List<string>> Found(Clients who, string query, Action<SearchNotesRequest>? more = null)
    {
        var request = new SearchNotesRequest { Query = query };
        more?.Invoke(request);
        return [.. (await who.Notes.SearchNotesAsync(request)).Notes.Select(n => n.Summary.NoteId)];
    }

    [Fact]
    public async Task Words_are_found_in_any_form_and_phrases_and_exclusions_as_on_the_web()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var walked = await Note(team, plan, "She walks 400 metres; radiating leg pain.");
        var lifted = await Note(team, plan, "Lifted 20 lb from the floor, no leg pain.");
        var therapist = team.As(team.Therapist);

        Assert.Equal([walked], await Found(therapist, "walking"));
        Assert.Equal([lifted, walked], await Found(therapist, "leg pain"));
        Assert.Equal([walked], await Found(therapist, "\"radiating leg\""));
        Assert.Equal([walked], await Found(therapist, "pain -floor"));
        Assert.Equal([lifted, walked], await Found(therapist, "walk or lift"));
        Assert.Empty(await Found(therapist, "epidural"));
        var hit = (await therapist.Notes.SearchNotesAsync(new() { Query = "lift" })).Notes.Single();
        Assert.Contains("**Lifted**", hit.Snippet, StringComparison.Ordinal);
        Assert.Equal((plan, "Ana Example", "Persistent low back pain"), (hit.PlanId, hit.PatientName, hit.PlanTitle));
    }

    [Fact]
    public async Task An_amendment_is_found_with_its_note()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var note = await Note(team, plan, "Side bridge 22 seconds.");
        await team.As(team.Therapist).Notes.AmendNoteAsync(new() { PlanId = plan, RequestId = New.Id(), NoteId = note, Reason = "Side", Text = "It was the contralateral hip." });
        var hit = (await team.As(team.Therapist).Notes.SearchNotesAsync(new() { Query = "contralateral" })).Notes.Single();
        Assert.Equal(note, hit.Summary.NoteId);
        Assert.Contains("**contralateral**", hit.Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_notes_of_plans_that_the_caller_may_read_are_found()
    {
        var team = clinic.NewTeam();
        var note = await Note(team, await team.ActivePlan(), "Paraspinal tenderness.");
        await Note(clinic.NewTeam(), await team.ActivePlan(), "nobody").ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Empty(await Found(team.As(team.Outsider), "paraspinal"));
        Assert.Empty(await Found(clinic.NewTeam().As(team.Administrator with { Organization = "another" }), "paraspinal"));
        Assert.Equal([note], await Found(team.As(team.Administrator), "paraspinal"));
    }

    [Fact]
    public async Task Plan_author_field_and_days_narrow_it_and_pages_neither_repeat_nor_leave_out()
    {
        var team = clinic.NewTeam();
        var plans = new[] { await team.ActivePlan(), await team.ActivePlan() };
        var notes = new List<string>();
        for (var day = 1; day <= 6; day++) notes.Insert(0, await Note(team, plans[day % 2], "Gait steady.", new DateTime(2026, 1, day, 23, 59, 0)));
        var lead = team.As(team.Physiatrist);

        Assert.Equal(3, (await Found(lead, "gait", r => r.PlanId = plans[0])).Count);
        Assert.Empty(await Found(lead, "gait", r => r.AuthorId = "pt-two"));
        Assert.Empty(await Found(lead, "gait", r => r.Discipline = Discipline.Psychology));
        Assert.Equal(notes[1..4], await Found(lead, "gait", r => (r.FromDate, r.ToDate) = ("2026-01-03", "2026-01-05")));
        var paged = new List<string>();
        for (var token = ""; ;)
        {
            var page = await lead.Notes.SearchNotesAsync(new() { Query = "gait", PageSize = 2, PageToken = token });
            paged.AddRange(page.Notes.Select(n => n.Summary.NoteId));
            if ((token = page.NextPageToken).Length == 0) break;
        }
        Assert.Equal(notes, paged);
    }

    [Theory]
    [InlineData("'; drop table careteam.mt_doc_noterow; --")]
    [InlineData("& | ! ( ) : *")]
    [InlineData("the of and")]
    [InlineData("\\")]
    public async Task Whatever_is_typed_is_a_query(string query) => Assert.Empty(await Found(clinic.NewTeam().As(clinic.NewTeam().Therapist), query));

    [Theory]
    [InlineData("-gait")]
    [InlineData("-gait or tenderness")]
    [InlineData("-gait -\"leg pain\"")]
    public async Task A_query_that_only_excludes_is_refused(string query)
    {
        var team = clinic.NewTeam();
        await Note(team, await team.ActivePlan(), "Paraspinal tenderness.");
        var refused = await Expect.Status(StatusCode.InvalidArgument, () => Found(team.As(team.Therapist), query));
        Assert.Equal("query", refused.Detail<Google.Rpc.BadRequest>().FieldViolations.Single().Field);
    }
}
