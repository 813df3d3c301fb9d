using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;
using Marten;

namespace CareTeam.Server.Plans;

/// <summary>What the list of plans shows of one, who may read it, and by whose coverage its day is told; rows of before this was kept have none until they are written anew.</summary>
public sealed record PlanRow(
    string Id, string CreatedAt, PlanStatus Status, string LeadId, string PatientReference, string[] MemberIds, PlanSummary Summary, string Payer = "", string Region = "")
{
    public bool ShowsTheSameAs(PlanRow other) => Summary.Equals(other.Summary) && MemberIds.SequenceEqual(other.MemberIds) && (Payer, Region) == (other.Payer, other.Region);
}

/// <summary>Keeps the row of a plan; most events leave it as it is.</summary>
public sealed class PlanRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<PlanRow>()
        .Identity(r => r.Id)
        .Duplicate(r => r.CreatedAt)
        .GinIndexJsonData();

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        var row = Row(after);
        if (before.Version == 0 || !row.ShowsTheSameAs(Row(before))) rows.Store(row);
    }

    public static PlanRow Row(CarePlan plan)
    {
        var members = plan.Members.Where(m => m.Until is null).ToList();
        var next = plan.Tasks.Where(t => t.IsOpen() && t.DueDate.Length > 0).MinBy(t => t.DueDate, StringComparer.Ordinal);
        return new(plan.PlanId, SortableTime.Of(plan.CreatedAt), plan.Status, plan.Lead.PersonId, plan.Patient.Reference, [.. members.Select(m => m.Person.PersonId)], new PlanSummary
        {
            PlanId = plan.PlanId,
            Title = plan.Title,
            Status = plan.Status,
            PatientName = plan.Patient.Name,
            PatientReference = plan.Patient.Reference,
            Lead = plan.Lead,
            OpenRedFlags = plan.RedFlags.Count(RedFlagRules.IsOpen),
            CreatedAt = plan.CreatedAt,
            OpenTasks = plan.Tasks.Count(TaskState.IsOpen),
            NextDueDate = next?.DueDate ?? "",
            NextDueTitle = next?.Title ?? "",
            Disciplines = { members.Select(m => m.Person.Role.Discipline()).Where(d => d != Discipline.Unspecified).Distinct().Order() },
            Trend = MainOutcome.Trend(plan.OutcomesThatHold()),
        }, plan.Coverage?.Payer ?? "", plan.Coverage?.Region ?? "");
    }
}
