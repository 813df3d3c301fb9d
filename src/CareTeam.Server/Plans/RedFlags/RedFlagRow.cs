using Marten;

namespace CareTeam.Server.Plans;

/// <summary>An open red flag, for the work of who leads the plan.</summary>
public sealed record RedFlagRow(string Id, string PlanId, string RaisedAt, OpenRedFlag Listed);

/// <summary>Keeps one row for each flag that is open; its resolution takes it away.</summary>
public sealed class RedFlagRows : IPlanRows
{
    public void Declare(StoreOptions options) => options.Schema.For<RedFlagRow>().Identity(r => r.Id).Duplicate(r => r.PlanId);

    public void Write(IDocumentOperations rows, CarePlan before, CarePlan after, IReadOnlyList<PlanEvent> events)
    {
        foreach (var id in events.Select(e => e.RedFlagRaised?.RedFlagId ?? e.RedFlagResolved?.RedFlagId).Where(id => id is not null).Distinct())
        {
            var flag = after.RedFlags.Single(f => f.RedFlagId == id);
            if (flag.IsOpen()) rows.Store(Row(after, flag));
            else rows.Delete<RedFlagRow>(IdOf(after, flag));
        }
    }

    private static RedFlagRow Row(CarePlan plan, RedFlag flag) => new(IdOf(plan, flag), plan.PlanId, SortableTime.Of(flag.RaisedAt), new OpenRedFlag
    {
        PlanId = plan.PlanId,
        PlanTitle = plan.Title,
        PatientName = plan.Patient.Name,
        RedFlagId = flag.RedFlagId,
        Kind = flag.Kind,
        Finding = flag.Finding,
        RaisedBy = flag.RaisedBy,
        RaisedAt = flag.RaisedAt,
        TaskId = flag.TaskId,
    });

    private static string IdOf(CarePlan plan, RedFlag flag) => $"{plan.PlanId}/{flag.RedFlagId}";
}
