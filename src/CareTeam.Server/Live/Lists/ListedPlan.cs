using CareTeam.Server.Tasks;

namespace CareTeam.Server.Live.Lists;

/// <summary>A plan as lists over many plans show it, at one version.</summary>
public sealed class ListedPlan(PlanRow row, int version, Timestamp updatedAt, Func<IEnumerable<TaskRow>> tasks)
{
    private IReadOnlyList<TaskRow>? read;

    public string PlanId => row.Id;

    public PlanRow Row => row;

    public int Version => version;

    public Timestamp UpdatedAt => updatedAt;

    /// <summary>By due day, then by id; made when the first list asks.</summary>
    public IReadOnlyList<TaskRow> Tasks => read ??= [.. tasks().OrderBy(t => t.DueBy, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>What the plan's last commit wrote into the rows.</summary>
    public static ListedPlan Of(CarePlan plan) =>
        new(PlanRows.Row(plan), plan.Version, plan.UpdatedAt, () => plan.Tasks.Select(task => TaskRows.Row(plan, task)));
}
