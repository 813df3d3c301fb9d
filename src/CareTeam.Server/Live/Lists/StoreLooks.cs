namespace CareTeam.Server.Live.Lists;

/// <summary>When the store was looked at, and the number of its newest event then.</summary>
public sealed record StoreLook(DateTimeOffset At, long Number);

/// <summary>
/// Up to which number every event of the store has been seen. Events get their numbers before they are committed, and not in the order of the commits: one that was numbered
/// before a look may become visible after it, but no later than the longest commit takes.
/// </summary>
public sealed class StoreLooks(TimeSpan longestCommit)
{
    private List<StoreLook> looks = [];

    /// <summary>All up to its number was seen by the looks that were taken before this one; null when that is not known. A store that numbers anew is another copy.</summary>
    public StoreLook? SeenBefore(StoreLook look)
    {
        if (looks.Count > 0 && look.Number < looks[^1].Number) looks = [];
        return looks.LastOrDefault(l => l.At <= looks[^1].At - longestCommit);
    }

    /// <summary>What changed since then was read; earlier looks are not needed any more.</summary>
    public void Done(StoreLook look, StoreLook? seen) => looks = [.. looks.SkipWhile(l => seen is not null && l.At < seen.At), look];
}
