using System.Text.Json;

namespace CareTeam.Server.Live.Lists;

/// <summary>The plans of a person's teams, or without a person those of the organization, in some states or in all.</summary>
public sealed class Caseload(string organization, string? onlyTeamsOf, IReadOnlyCollection<PlanStatus> statuses) : IPlanList<WatchCaseloadResponse>
{
    public string Key { get; } = JsonSerializer.Serialize(new object?[] { "caseload", onlyTeamsOf, statuses.Order() });

    public WatchCaseloadResponse? Show(ListedPlan plan)
    {
        if (!plan.Row.IsReadableFor(onlyTeamsOf)) return null;
        if (statuses.Count > 0 && !statuses.Contains(plan.Row.Status)) return null;
        return new() { Plan = new() { Summary = plan.Row.Summary, Version = plan.Version, UpdatedAt = plan.UpdatedAt } };
    }

    public void Complete(WatchCaseloadResponse shown, int version, string cursor) => shown.Plan.Cursor = cursor;

    public WatchCaseloadResponse Removed(string planId) => new() { Removed = new() { PlanId = planId } };

    public WatchCaseloadResponse Heartbeat(int plans) => new() { Heartbeat = new() { Plans = plans } };

    public async Task<IReadOnlyList<Listed<WatchCaseloadResponse>>> Load(RowSelect rows, CancellationToken cancel)
    {
        var plans = await rows.All(Select(), row => ListedPlans.Plan(row, _ => []), cancel);
        return [.. plans.Select(plan => new Listed<WatchCaseloadResponse>(plan.PlanId, plan.Version, Show(plan)!))];
    }

    public SqlText Select() => new SqlText()
        .Add(ListedPlans.OfPlans)
        .Add("where p.tenant_id = ?", organization)
        .AddIf(onlyTeamsOf is not null, "and p.data @> ?::jsonb", ReadableRows.MemberIs(onlyTeamsOf ?? ""))
        .AddIf(statuses.Count > 0, "and (p.data ->> 'status')::int = any(?)", statuses.Select(s => (int)s).ToArray())
        .Add("order by p.created_at desc, p.id desc");
}
