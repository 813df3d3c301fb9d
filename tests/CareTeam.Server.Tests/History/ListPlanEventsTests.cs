namespace CareTeam.Server.Tests.History;

public sealed class ListPlanEventsTests(Clinic clinic) : IClassFixture<Clinic>
{
    [Fact]
    public async Task A_screen_on_the_wall_gets_what_happened_without_what_people_wrote()
    {
        var team = clinic.NewTeam();
        var plan = await team.ActivePlan();
        var written = New.NoteFor(plan, "For colleagues only.");
        written.RedFlagChecks.Add(new RedFlagCheck { Kind = RedFlagKind.CaudaEquina, Finding = "Asked; for colleagues only." });
        var note = await team.As(team.Therapist).Notes.SubmitNoteAsync(written);
        await team.As(team.Therapist).Notes.AmendNoteAsync(new() { PlanId = plan, RequestId = New.Id(), NoteId = note.NoteId, Reason = "A reason for colleagues only.", Text = "For colleagues only, too." });
        var screen = team.As(new Someone(team.Physiatrist.Organization, Role.Display, "wall"));

        var (whole, shown) = (await Events(team.As(team.OtherTherapist)), await Events(screen));
        Assert.Equal(5, whole.ToString().Split("or colleagues only").Length);
        Assert.DoesNotContain("or colleagues only", shown.ToString(), StringComparison.Ordinal);
        Assert.Equal(whole.Events.Select(e => (e.Version, e.EventId, e.ChangeCase, e.Actor)), shown.Events.Select(e => (e.Version, e.EventId, e.ChangeCase, e.Actor)));
        Assert.Equal(note.NoteId, shown.Events.Single(e => e.NoteSubmitted is not null).NoteSubmitted.Summary.NoteId);
        Assert.Equal(whole.Events[^1].Version, (await screen.Plans.GetPlanAsync(new() { PlanId = plan })).Plan.Version);

        async Task<ListPlanEventsResponse> Events(Clients reader) => await reader.History.ListPlanEventsAsync(new() { PlanId = plan, PageSize = 100 });
    }
}
