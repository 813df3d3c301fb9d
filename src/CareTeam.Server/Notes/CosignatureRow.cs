using Marten;

namespace CareTeam.Server.Notes;

/// <summary>A note in the queue of those that wait for somebody's co-signature. SupervisorId is empty while the assistant has none.</summary>
public sealed record CosignatureRow(string Id, string PlanId, string SupervisorId, string EncounterAt, NoteToCosign Listed);

/// <summary>Keeps one row for each note that waits; a signature takes it away.</summary>
public sealed class CosignatureRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<CosignatureRow>().Identity(r => r.Id).Index(r => new { r.SupervisorId, r.EncounterAt });

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var note in events.SelectMany(e => Touched(after, e)).Distinct())
        {
            if (note.CosignatureDemand is not null) rows.Store(Row(after, note));
            else rows.Delete<CosignatureRow>(IdOf(after, note));
        }
    }

    /// <summary>The notes whose place in the queue an event may change. Only a change of supervisor looks through the plan's notes.</summary>
    private static IEnumerable<NoteSummary> Touched(CarePlan after, PlanEvent e)
    {
        if (e.NoteSubmitted is { Summary: { CosignatureDemand: not null } submitted }) return Note(submitted.NoteId);
        if (e.NoteAmended is { CosignatureDemand: not null } amended) return Note(amended.NoteId);
        if (e.NoteCosigned is { } cosigned) return Note(cosigned.NoteId);
        var assistant = e.SupervisorAssigned?.PersonId ?? e.SupervisionEnded?.PersonId ?? (e.MemberAdded is { SupervisorPersonId.Length: > 0 } added ? added.Person.PersonId : null);
        return assistant is null ? [] : after.Notes.Where(n => n.CosignatureDemand is not null && n.Author.PersonId == assistant);

        IEnumerable<NoteSummary> Note(string id) => [after.Notes.Last(n => n.NoteId == id)];
    }

    private static CosignatureRow Row(CarePlan plan, NoteSummary note) => new(
        IdOf(plan, note), plan.PlanId, note.CosignatureDemand.Supervisor?.PersonId ?? "", SortableTime.Of(note.EncounterAt),
        new NoteToCosign { PlanId = plan.PlanId, PlanTitle = plan.Title, PatientName = plan.Patient.Name, Summary = note });

    private static string IdOf(CarePlan plan, NoteSummary note) => $"{plan.PlanId}/{note.NoteId}";
}
