using CareTeam.Server.Clocks;
using CareTeam.Server.Notes;
using CareTeam.Server.Pipeline;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Notes;

public sealed class CosignatureQueueTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static async Task<string> Supervised(TestTeam team)
    {
        var plan = await team.ActivePlan();
        await team.JoinsUnder(plan, team.Therapist);
        return plan;
    }

    private static async Task<string> Note(TestTeam team, string plan, int daysAgo = 0)
    {
        var note = New.NoteFor(plan);
        note.EncounterAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddDays(-daysAgo));
        return (await team.As(team.Assistant).Notes.SubmitNoteAsync(note)).NoteId;
    }

    private static CosignNoteRequest Cosign(string plan, string note, params string[] amendments) =>
        new() { PlanId = plan, RequestId = New.Id(), NoteId = note, Meaning = SignatureMeaning.Review, AmendmentIds = { amendments } };

    private static async Task<List<string>> Queue(TestTeam team, Someone who, int pageSize = 0)
    {
        var all = new List<string>();
        for (var token = ""; ;)
        {
            var page = await team.As(who).Notes.ListNotesToCosignAsync(new() { PageSize = pageSize, PageToken = token });
            all.AddRange(page.Notes.Select(n => n.Summary.NoteId));
            if ((token = page.NextPageToken).Length == 0) return all;
        }
    }

    [Fact]
    public async Task Notes_of_all_plans_wait_for_their_supervisor_oldest_first_until_they_are_signed()
    {
        var team = clinic.NewTeam();
        var (one, two) = (await Supervised(team), await Supervised(team));
        string[] notes = [await Note(team, one, 3), await Note(team, two, 9), await Note(team, one, 1), await Note(team, two, 2)];

        Assert.Equal([notes[1], notes[0], notes[3], notes[2]], await Queue(team, team.Therapist, pageSize: 3));
        Assert.Empty(await Queue(team, team.OtherTherapist));
        var listed = (await team.As(team.Therapist).Notes.ListNotesToCosignAsync(new() { PageSize = 1 })).Notes.Single();
        Assert.Equal((two, "Persistent low back pain", "Ana Example"), (listed.PlanId, listed.PlanTitle, listed.PatientName));
        Assert.Equal((team.Therapist.Person, "note.cosignature"), (listed.Summary.CosignatureDemand.Supervisor, listed.Summary.CosignatureDemand.Rule.RuleId));

        await team.As(team.Therapist).Notes.CosignNoteAsync(Cosign(one, notes[0]));
        await team.As(team.OtherTherapist).Notes.CosignNoteAsync(Cosign(two, notes[1]));
        Assert.Equal([notes[3], notes[2]], await Queue(team, team.Therapist));
        var signed = (await team.As(team.Physiatrist).Notes.ListNotesAsync(new() { PlanId = two, NoteId = notes[1] })).Notes.Single().Summary;
        Assert.Equal((team.OtherTherapist.Person, SignatureMeaning.Review), (signed.Cosignatures.Single().Signer, signed.Cosignatures.Single().Meaning));
    }

    [Fact]
    public async Task An_amendment_brings_a_signed_note_back_and_the_next_signature_names_it()
    {
        var team = clinic.NewTeam();
        var plan = await Supervised(team);
        var note = await Note(team, plan);
        await team.As(team.Therapist).Notes.CosignNoteAsync(Cosign(plan, note));
        var amended = await team.As(team.Assistant).Notes.AmendNoteAsync(new() { PlanId = plan, RequestId = New.Id(), NoteId = note, Reason = "Side.", Text = "Left." });

        Assert.Equal([note], await Queue(team, team.Therapist));
        var unread = await Expect.Status(StatusCode.FailedPrecondition, team.As(team.Therapist).Notes.CosignNoteAsync(Cosign(plan, note)));
        Assert.Equal("note.cosigned-as-read", unread.Rule());
        await team.As(team.Therapist).Notes.CosignNoteAsync(Cosign(plan, note, amended.AmendmentId));
        Assert.Empty(await Queue(team, team.Therapist));
    }

    [Fact]
    public async Task With_another_supervisor_the_notes_change_queues_and_without_one_they_are_in_none()
    {
        var team = clinic.NewTeam();
        var plan = await Supervised(team);
        var note = await Note(team, plan);
        var lead = team.As(team.Physiatrist).Team;
        await lead.AssignSupervisorAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Assistant.PersonId, SupervisorPersonId = team.OtherTherapist.PersonId });
        Assert.Equal([note], await Queue(team, team.OtherTherapist));
        Assert.Empty(await Queue(team, team.Therapist));

        await team.As(team.OtherTherapist).Team.EndMembershipAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.OtherTherapist.PersonId, Reason = "Moved." });
        Assert.Empty(await Queue(team, team.OtherTherapist));
        await Expect.Status(StatusCode.FailedPrecondition, team.As(team.Assistant).Notes.SubmitNoteAsync(New.NoteFor(plan)));
        await lead.AssignSupervisorAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Assistant.PersonId, SupervisorPersonId = team.Therapist.PersonId });
        Assert.Equal([note], await Queue(team, team.Therapist));
    }

    [Fact]
    public async Task A_refused_note_is_sent_again_once_a_supervisor_is_named()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        await team.Joins(plan, team.Assistant);
        var note = New.NoteFor(plan);
        var refused = await Expect.Status(StatusCode.FailedPrecondition, team.As(team.Assistant).Notes.SubmitNoteAsync(note));
        Assert.Equal("assistant.supervised", refused.Rule());
        await team.As(team.Physiatrist).Team.AssignSupervisorAsync(new() { PlanId = plan, RequestId = New.Id(), PersonId = team.Assistant.PersonId, SupervisorPersonId = team.Therapist.PersonId });
        Assert.Equal([(await team.As(team.Assistant).Notes.SubmitNoteAsync(note)).NoteId], await Queue(team, team.Therapist));
    }

    [Fact]
    public async Task Of_two_signatures_at_once_on_two_nodes_one_is_given()
    {
        await using var second = clinic.NewNode();
        var team = clinic.NewTeam();
        var plan = await Supervised(team);
        var note = await Note(team, plan);
        var calls = new[]
        {
            team.As(team.Therapist).Notes.CosignNoteAsync(Cosign(plan, note)).ResponseAsync, second.As(team.OtherTherapist).Notes.CosignNoteAsync(Cosign(plan, note)).ResponseAsync,
        };
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal("note.cosigned-once", (await Expect.Status(StatusCode.FailedPrecondition, () => calls.Single(c => c.IsFaulted))).Rule());
        Assert.Single((await team.As(team.Physiatrist).Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Notes.Single().Cosignatures);
    }

    [Fact]
    public async Task What_is_not_signed_by_its_day_falls_due_for_the_supervisor_and_is_met_by_the_signature()
    {
        var start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var clock = new SimulatedClock(start);
        await using var node = clinic.NewNode(services => services.AddSingleton<TimeProvider>(clock));
        var team = clinic.NewTeam(node);
        var plan = await Supervised(team);
        var note = (await team.As(team.Assistant).Notes.SubmitNoteAsync(New.NoteFor(plan))).NoteId;
        async Task<CarePlan> OnDay(int day)
        {
            clock.Set(start.AddDays(day));
            await node.Services.GetRequiredService<ClockSweep>().Sweep(default);
            return (await team.As(team.Administrator).Plans.GetPlanAsync(new() { PlanId = plan })).Plan;
        }

        Assert.Empty((await OnDay(6)).Dues);
        var due = Assert.Single((await OnDay(7)).Dues, d => d.Kind == "note.cosignature");
        Assert.Equal((note, "2026-03-09", team.Therapist.Person, null), (due.SubjectId, due.DueDate, due.Assignee, due.OverdueAt));
        Assert.NotNull((await OnDay(8)).Dues.Single(d => d.Kind == "note.cosignature").OverdueAt);
        await team.As(team.OtherTherapist).Notes.CosignNoteAsync(Cosign(plan, note));
        var met = await OnDay(8);
        Assert.DoesNotContain(met.Dues, d => d.Kind == "note.cosignature");
        Assert.Equal(TaskStatus.Completed, met.Tasks.Single(t => t.TaskId == due.TaskId).Status);
    }

    [Fact]
    public async Task A_long_queue_is_read_by_its_index()
    {
        var team = clinic.NewTeam();
        var plan = await Supervised(team);
        await Note(team, plan);
        await using var source = Npgsql.NpgsqlDataSource.Create(clinic.ConnectionString);
        await using var many = source.CreateCommand(
            """
            insert into careteam.mt_doc_cosignaturerow
            select (jsonb_populate_record(r, jsonb_build_object('id', r.id || '/' || n, 'data', r.data || jsonb_build_object('supervisorId', 'pt-' || n % 50, 'encounterAt', '2026-01-01T00:00:' || lpad(n::text, 6, '0'))))).*
            from careteam.mt_doc_cosignaturerow r, generate_series(1, 5000) n where r.tenant_id = $1
            """);
        many.Parameters.AddWithValue(team.Therapist.Organization);
        Assert.Equal(5_000, await many.ExecuteNonQueryAsync());
        await using var analyze = source.CreateCommand("analyze careteam.mt_doc_cosignaturerow");
        await analyze.ExecuteNonQueryAsync();

        await using var session = clinic.Server.Services.GetRequiredService<IDocumentStore>().QuerySession(team.Therapist.Organization);
        foreach (var page in new[] { Page.Of(50, ""), new Page(50, ["2026-01-01T00:00:001000", "x"]) })
        {
            await using var query = ListNotesToCosign.Waiting(session, "pt-7", page).ToCommand();
            query.CommandText = "explain " + query.CommandText;
            query.Connection = await source.OpenConnectionAsync();
            await using var lines = await query.ExecuteReaderAsync();
            var explained = new List<string>();
            while (await lines.ReadAsync()) explained.Add(lines.GetString(0));
            Assert.True(explained.Any(line => line.Contains("mt_doc_cosignaturerow_idx_supervisor_idencounter_at", StringComparison.Ordinal)), string.Join('\n', explained));
            await query.Connection.DisposeAsync();
        }
    }
}
