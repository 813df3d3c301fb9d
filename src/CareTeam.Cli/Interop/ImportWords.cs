namespace CareTeam.Cli.Interop;

/// <summary>What came of a file: its plans, and all that was left out, by reason.</summary>
public static class ImportWords
{
    private const int Examples = 3;

    public static IEnumerable<string> Of(string file, ImportBundleResponse imported)
    {
        var created = imported.Plans.Count(p => p.Created);
        yield return $"{file}: {created} imported, {imported.Plans.Count - created} already there, {imported.LeftOut.Count} left out";
        foreach (var plan in imported.Plans) yield return $"  {(plan.Created ? "+" : "=")} {plan.PlanId}  {plan.Title}";
        foreach (var group in imported.LeftOut.GroupBy(l => l.Reason).OrderByDescending(g => g.Count()))
        {
            var where = group.Select(Where).GroupBy(w => w).OrderByDescending(g => g.Count()).Select(g => g.Key).ToArray();
            var examples = string.Join(", ", where.Take(Examples)) + (where.Length > Examples ? ", ..." : "");
            yield return $"  - {group.Count(),4} left out: {group.Key} ({examples})";
        }
    }

    // Which element it was says more than in which of many alike resources.
    private static string Where(LeftOut left)
    {
        var type = left.Resource.Split('/')[0];
        return left.Element.Length > 0 ? left.Element : type.Contains(':', StringComparison.Ordinal) ? left.Resource : type;
    }
}
