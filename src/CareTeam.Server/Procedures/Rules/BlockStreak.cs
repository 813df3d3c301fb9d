using CareTeam.Server.Diagnostics;

namespace CareTeam.Server.Procedures;

/// <summary>Blocks of one site, one after the other: how many positive ones lead up to a day without a negative one since.</summary>
public static class BlockStreak
{
    /// <summary>Those that are too near to the one before do not count again. What was judged stays judged, whatever the threshold is today.</summary>
    public static int Positive(CarePlan plan, InjectionSite site, DateOnly before, int daysBetween, params ReadOnlySpan<BlockTarget> targets)
    {
        var wanted = targets.ToArray();
        var blocks = plan.BlocksThatHold()
            .Where(b => wanted.Contains(b.Target) && b.Technique.Sites().Contains(site) && Dates.Of(b.PerformedDate) < before)
            .OrderByDescending(b => b.PerformedDate, StringComparer.Ordinal).TakeWhile(b => b.Concordance == BlockConcordance.Positive)
            .Select(b => Dates.Of(b.PerformedDate)).Reverse();
        var (count, earliest) = (0, DateOnly.MinValue);
        foreach (var day in blocks)
        {
            if (day < earliest) continue;
            (count, earliest) = (count + 1, day.AddDays(daysBetween));
        }
        return count;
    }

    /// <summary>The sites that have fewer positive blocks than needed, in words; null when there is none.</summary>
    public static string? Lacking(ProcedureCase c, int needed, int daysBetween, params ReadOnlySpan<BlockTarget> targets)
    {
        var lacking = new List<string>();
        foreach (var site in c.Sites.OrderBy(s => s.Words(), StringComparer.Ordinal))
        {
            var positive = Positive(c.Plan, site, c.Day, daysBetween, targets);
            if (positive < needed) lacking.Add($"{site.Words()} has {positive} of {needed} positive blocks");
        }
        return lacking.Count == 0 ? null : string.Join("; ", lacking) + ".";
    }
}
