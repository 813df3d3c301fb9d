namespace CareTeam.Cli.Live;

/// <summary>What has come of a list so far, plan by plan, with the cursors that the watch goes on from.</summary>
public sealed class HeldPlans<TItem>(Func<TItem, string> planOf, Func<TItem, string> cursorOf) where TItem : class
{
    private readonly Dictionary<string, TItem> plans = [];

    public IEnumerable<string> Cursors => plans.Values.Select(cursorOf);

    /// <summary>What was held of the plan before, if anything.</summary>
    public TItem? Take(TItem item)
    {
        plans.TryGetValue(planOf(item), out var before);
        plans[planOf(item)] = item;
        return before;
    }

    public TItem? Drop(string planId) => plans.Remove(planId, out var before) ? before : null;
}
