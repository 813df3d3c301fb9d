namespace CareTeam.Server.Outcomes;

/// <summary>Activities that the patient named. Only what was rated at both times is compared [policy of the catalog].</summary>
public static class Activities
{
    /// <summary>The same activity at another time: neither case nor spaces tell two apart.</summary>
    public static string Key(ItemAnswer answer) => string.Join(' ', answer.Activity.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>The means of the activities that both have rated, and how many these are; null when there is none.</summary>
    public static (Exact Earlier, Exact Later, int Count)? Compared(IEnumerable<ItemAnswer> earlier, IEnumerable<ItemAnswer> later)
    {
        var then = earlier.Where(a => a.HasValue).ToDictionary(Key, a => Exact.Written(a.Value));
        var both = later.Where(a => a.HasValue && then.ContainsKey(Key(a))).Select(a => (Then: then[Key(a)], Now: Exact.Written(a.Value))).ToList();
        return both.Count == 0 ? null : (Scoring.Mean([.. both.Select(b => b.Then)]), Scoring.Mean([.. both.Select(b => b.Now)]), both.Count);
    }
}
