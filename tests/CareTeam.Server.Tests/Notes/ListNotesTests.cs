using CareTeam.Server.Notes;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CareTeam.Server.Tests.Notes;

public sealed class ListNotesTests(Clinic clinic) : IClassFixture<Clinic>
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(50)]
    public async Task A_note_that_arrives_between_the_reads_of_the_plan_and_of_the_rows_comes_with_the_next_read_and_the_pages_go_on(int pageSize)
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var known = new List<string>();
        for (var day = 0; day < 3; day++)
        {
            var note = New.NoteFor(plan);
            note.EncounterAt = Timestamp.FromDateTimeOffset(Monday.AddDays(day));
            known.Insert(0, (await team.As(team.Therapist).Notes.SubmitNoteAsync(note)).NoteId);
        }
        foreach (var day in new[] { -1, 1, 3 }) await AddRowThatThePlanDoesNotKnow(team, plan, Monday.AddDays(day).AddHours(1));

        var read = new List<string>();
        var request = new ListNotesRequest { PlanId = plan, PageSize = pageSize };
        do
        {
            var page = await team.As(team.Therapist).Notes.ListNotesAsync(request);
            read.AddRange(page.Notes.Select(n => n.Summary.NoteId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(known, read);
    }

    /// <summary>Whoever has read the plan before a note came, and its row after, sees just this.</summary>
    private async Task AddRowThatThePlanDoesNotKnow(TestTeam team, string plan, DateTimeOffset at)
    {
        var time = Timestamp.FromDateTimeOffset(at);
        var note = new Note { PlanId = plan, RecordedAt = time, Body = new() { Narrative = "n" }, Summary = new() { NoteId = New.Id(), Author = team.Therapist.Person, EncounterAt = time } };
        await using var session = clinic.Server.Services.GetRequiredService<IDocumentStore>().LightweightSession(team.Therapist.Organization);
        session.Insert(new NoteRow($"{plan}/{note.Summary.NoteId}", plan, team.Therapist.PersonId, Discipline.PhysicalTherapy, Server.Storage.SortableTime.Of(time), note));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
