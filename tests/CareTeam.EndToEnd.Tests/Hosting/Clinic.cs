namespace CareTeam.EndToEnd.Tests.Hosting;

/// <summary>An active plan with a lead and a therapist on a server process, and what can be asked of it.</summary>
public sealed class Clinic
{
    private const string Organization = "clinic";
    private readonly PlanService.PlanServiceClient plans;
    private readonly NoteService.NoteServiceClient leadsNotes;
    private readonly NoteService.NoteServiceClient therapistsNotes;
    private readonly LiveService.LiveServiceClient live;

    private Clinic(CallInvoker lead, CallInvoker therapist, string planId)
    {
        (plans, leadsNotes, live) = (new(lead), new(lead), new(lead));
        therapistsNotes = new(therapist);
        PlanId = planId;
    }

    public string PlanId { get; }

    public static async Task<Clinic> Open(ServerProcess server)
    {
        var lead = await server.As(Organization, "dr-lead", Role.Physiatrist);
        var created = await new PlanService.PlanServiceClient(lead).CreatePlanAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Title = "Low back pain",
            Patient = new() { Reference = "Patient/1", Name = "Ana Example" },
        });
        await new TeamService.TeamServiceClient(lead).AddMemberAsync(new()
        {
            PlanId = created.PlanId,
            RequestId = Guid.NewGuid().ToString(),
            Person = new() { PersonId = "pt-one", Name = "One", Role = Role.PhysicalTherapist },
        });
        await new PlanService.PlanServiceClient(lead).ActivatePlanAsync(new() { PlanId = created.PlanId, RequestId = Guid.NewGuid().ToString() });
        return new(lead, await server.As(Organization, "pt-one", Role.PhysicalTherapist), created.PlanId);
    }

    public TherapistClient Client() => new(therapistsNotes, PlanId);

    public PersistentWatcher Dashboard() => new(live, PlanId);

    public async Task<CarePlan> Plan() => (await plans.GetPlanAsync(new() { PlanId = PlanId }, deadline: DateTime.UtcNow.AddSeconds(10))).Plan;

    public async Task EveryNoteIsThereOnce(TherapistClient client)
    {
        var listed = new List<Note>();
        var token = "";
        do
        {
            var page = await leadsNotes.ListNotesAsync(new() { PlanId = PlanId, PageSize = 100, PageToken = token });
            listed.AddRange(page.Notes);
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(client.Acknowledged.Values.Select(a => a.NoteId).Order(), listed.Select(n => n.Summary.NoteId).Order());
        Assert.Equal(listed.Count, listed.Select(n => n.Body.Narrative).Distinct().Count());
        Assert.Equal(listed.Count, (await Plan()).Notes.Count);
    }
}
