using CareTeam.V1;

namespace CareTeam.Server.Storage;

/// <summary>A folded plan kept beside its events, so that a cold plan need not be folded from its first one. Only a shortcut: it may be missing or old.</summary>
public sealed record PlanSnapshot(string Id, int Version, string Fold, CarePlan Plan)
{
    public static PlanSnapshot Of(CarePlan plan) => new(plan.PlanId, plan.Version, Build.Id, plan);

    /// <summary>A snapshot of another build is ignored, since its fold may have been another one, and replaced by the next command on the plan.</summary>
    public bool IsUsable => Fold == Build.Id;

    /// <summary>
    /// Every hundred events, and later whenever the plan has doubled: writing it costs time in proportion to the plan, so
    /// the gaps grow in proportion too, and the share of a command stays the same however long the plan.
    /// </summary>
    public static bool IsDue(int last, int version) => version - last >= 100 && 2 * (version - last) >= version;
}
