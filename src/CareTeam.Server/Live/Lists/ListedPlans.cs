using CareTeam.Server.Tasks;

namespace CareTeam.Server.Live.Lists;

/// <summary>Plans as lists show them, read from the store.</summary>
public sealed class ListedPlans(RowSelect rows)
{
    private const string Schema = StoreRegistration.Schema;

    /// <summary>The rows of plans p, each with the plan's version and the time of its newest event.</summary>
    public const string OfPlans =
        $"""
        select s.version, e.timestamp, p.data from {Schema}.mt_doc_planrow p
        join {Schema}.mt_streams s on s.tenant_id = p.tenant_id and s.id = p.id
        join {Schema}.mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = s.version
        """;

    /// <summary>These plans with all their tasks; one that the store does not have is left out.</summary>
    public async Task<IReadOnlyList<ListedPlan>> Read(string organization, string[] planIds, CancellationToken cancel)
    {
        var sql = new SqlText()
            .Add(OfPlans)
            .Add("where p.tenant_id = ? and p.id = any(?) union all", organization, planIds)
            .Add($"select null, null, t.data from {Schema}.mt_doc_taskrow t where t.tenant_id = ? and t.plan_id = any(?)", organization, planIds);
        var tasks = new List<TaskRow>();
        var tasksOf = new Lazy<ILookup<string, TaskRow>>(() => tasks.ToLookup(t => t.PlanId));
        var plans = await rows.All(sql, row =>
        {
            if (row.Has(0)) return Plan(row, planId => tasksOf.Value[planId]);
            tasks.Add(row.Document<TaskRow>(2));
            return null;
        }, cancel);
        return [.. plans.OfType<ListedPlan>()];
    }

    /// <summary>From a row of OfPlans.</summary>
    public static ListedPlan Plan(SelectedRow row, Func<string, IEnumerable<TaskRow>> tasks)
    {
        var document = row.Document<PlanRow>(2);
        return new(document, row.Version(0), row.Time(1), () => tasks(document.Id));
    }
}
