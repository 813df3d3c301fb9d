using Google.Protobuf;

namespace CareTeam.Server.Live.Lists;

/// <summary>A list that is watched on this node, told of every plan of the organization that changes.</summary>
public interface IListView
{
    void Apply(IReadOnlyList<ListedPlan> changed, IReadOnlyList<string> vanished);
}

/// <summary>
/// What a list shows now, of each plan the newest only, in the order in which it came to be so. Watchers hold a number in that order and nothing else: each
/// goes at its own pace, is never waited for, and does not see what was overtaken meanwhile.
/// </summary>
public sealed class ListView<TResponse>(IPlanList<TResponse> list) : IListView where TResponse : class, IMessage<TResponse>
{
    /// <summary>How many plans that left the list it remembers; watchers who are further behind must open the watch again.</summary>
    public const int MostRemoved = 1_000;

    private readonly Lock gate = new();
    private readonly LinkedList<ListEntry<TResponse>> order = new();
    private readonly Dictionary<Guid, LinkedListNode<ListEntry<TResponse>>> entries = [];
    private Dictionary<string, int>? appliedWhileLoading = [];

    /// <summary>Plans known from the first reading only, and the version that it found: an older bell that is applied later must not take its place.</summary>
    private readonly Dictionary<string, int> loadedAt = [];
    private int removed;
    private long newest;
    private long forgotten;
    private TaskCompletionSource changed = New();

    public IPlanList<TResponse> List => list;

    public long Newest
    {
        get
        {
            lock (gate) return newest;
        }
    }

    /// <summary>The first reading. What was applied while it went on may be newer, and then stays.</summary>
    public async Task Load(RowSelect rows, CancellationToken cancel)
    {
        var loaded = await list.Load(rows, cancel);
        lock (gate)
        {
            foreach (var plan in loaded)
            {
                if (appliedWhileLoading!.GetValueOrDefault(plan.PlanId) >= plan.Version) continue;
                Set(plan.PlanId, plan.Version, plan.Shown);
                loadedAt[plan.PlanId] = plan.Version;
            }
            appliedWhileLoading = null;
        }
    }

    public void Apply(IReadOnlyList<ListedPlan> changed, IReadOnlyList<string> vanished)
    {
        TaskCompletionSource? awaited = null;
        lock (gate)
        {
            var before = newest;
            try
            {
                foreach (var plan in changed) Apply(plan.PlanId, plan.Version, list.Show(plan));
                foreach (var planId in vanished) Apply(planId, int.MaxValue, null);
            }
            finally
            {
                if (newest > before) (awaited, this.changed) = (this.changed, New());
            }
        }
        awaited?.SetResult();
    }

    /// <summary>The first entries after a number, for a watcher who began when the newest was openedAt.</summary>
    public ListPage<TResponse> After(long number, long openedAt, int most)
    {
        lock (gate)
        {
            if (forgotten > number && forgotten > openedAt) throw Fault.Unavailable("The watch fell too far behind; open it again.");
            var page = new List<ListEntry<TResponse>>();
            for (var node = FirstAfter(number); node is not null && page.Count < most; node = node.Next) page.Add(node.Value);
            return new(page, entries.Count - removed, changed.Task);
        }
    }

    private LinkedListNode<ListEntry<TResponse>>? FirstAfter(long number)
    {
        LinkedListNode<ListEntry<TResponse>>? first = null;
        for (var node = order.Last; node is not null && node.Value.Number > number; node = node.Previous) first = node;
        return first;
    }

    private void Apply(string planId, int version, TResponse? shown)
    {
        if (appliedWhileLoading is not null) appliedWhileLoading[planId] = version;
        if (version < loadedAt.GetValueOrDefault(planId)) return;
        loadedAt.Remove(planId);
        Set(planId, version, shown);
    }

    private void Set(string planId, int version, TResponse? shown)
    {
        var id = Guid.ParseExact(planId, "D");
        var known = entries.GetValueOrDefault(id);
        if (shown is null)
        {
            if (known is { Value.IsRemoved: false }) Put(known, new(++newest, new(id, 0), IsRemoved: true, new(list.Removed(planId))));
            return;
        }
        var cursor = ListCursor.Of(id, shown);
        if (known is { Value.IsRemoved: false } && known.Value.Cursor == cursor) return;
        list.Complete(shown, version, cursor.ToString());
        Put(known, new(++newest, cursor, IsRemoved: false, new(shown)));
    }

    private void Put(LinkedListNode<ListEntry<TResponse>>? known, ListEntry<TResponse> entry)
    {
        if (known is not null) Drop(known);
        entries[entry.Cursor.PlanId] = order.AddLast(entry);
        if (entry.IsRemoved && ++removed > MostRemoved) ForgetHalf();
    }

    private void ForgetHalf()
    {
        for (var node = order.First; removed > MostRemoved / 2;)
        {
            var next = node!.Next;
            if (node.Value.IsRemoved)
            {
                forgotten = node.Value.Number;
                Drop(node);
            }
            node = next;
        }
    }

    private void Drop(LinkedListNode<ListEntry<TResponse>> node)
    {
        order.Remove(node);
        entries.Remove(node.Value.Cursor.PlanId);
        if (node.Value.IsRemoved) removed--;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
