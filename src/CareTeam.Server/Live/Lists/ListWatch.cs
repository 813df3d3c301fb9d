using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace CareTeam.Server.Live.Lists;

/// <summary>What one watcher of a list is sent: first what differs from what they have, then what changes.</summary>
public sealed class ListWatch(ListFeeds feeds, TimeProvider clock)
{
    public const int MostCursors = 20_000;

    private const int AtOnce = 200;

    public static void Check(IReadOnlyList<string> cursors, Violations violations)
    {
        if (cursors.Count > MostCursors) violations.Add("cursors", $"has {cursors.Count} values; at most {MostCursors} are allowed");
        for (var i = 0; i < cursors.Count && !violations.IsFull; i++)
            if (!ListCursor.TryParse(cursors[i], out _)) violations.Add($"cursors[{i}]", "is not one that a watch of a list gave");
    }

    public async IAsyncEnumerable<FeedItem<TResponse>> Follow<TResponse>(
        string organization, IPlanList<TResponse> list, ICollection<string> cursors, [EnumeratorCancellation] CancellationToken cancel)
        where TResponse : class, IMessage<TResponse>
    {
        using var lease = await feeds.Open(organization, list, cancel);
        var has = Plans(cursors);
        // The request lives as long as the watch does; its texts need not.
        cursors.Clear();
        var openedAt = lease.View.Newest;
        var (number, complete) = (0L, false);
        while (true)
        {
            var page = lease.View.After(number, openedAt, AtOnce);
            foreach (var entry in page.Entries)
            {
                number = entry.Number;
                var isNews = has.Remove(entry.Cursor.PlanId, out var shown) ? shown != entry.Cursor.Shown : !entry.IsRemoved || number > openedAt;
                if (isNews) yield return entry.Item;
            }
            if (page.Entries.Count > 0) continue;

            // Of the plans that the client came with, those that the list does not have any more.
            foreach (var planId in has.Keys) yield return new(list.Removed(planId.ToString("D")));
            has.Clear();
            if (!complete || lease.IsCurrent) yield return new(list.Heartbeat(page.Plans));
            complete = true;
            await Heartbeats.WaitFor(page.Next, clock, cancel);
        }
    }

    private static Dictionary<Guid, ulong> Plans(IEnumerable<string> cursors)
    {
        var plans = new Dictionary<Guid, ulong>();
        foreach (var text in cursors)
            if (ListCursor.TryParse(text, out var cursor)) plans[cursor.PlanId] = cursor.Shown;
        return plans;
    }
}
