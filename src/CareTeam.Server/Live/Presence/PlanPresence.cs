using CareTeam.Node.V1;

namespace CareTeam.Server.Live.Presence;

/// <summary>Who has one plan open. The board keeps its turn.</summary>
public sealed class PlanPresence
{
    /// <summary>Nobody has more windows on one plan; a client that makes up a new one each time has a fault.</summary>
    private const int MostWindows = 10;

    private readonly Dictionary<(string PersonId, string WindowId), Window> windows = [];
    private TaskCompletionSource changed = New();

    public FeedItem<WatchPresenceResponse> People { get; private set; } = new(new());

    public Task Next => changed.Task;

    public int Watchers { get; set; }

    public bool IsIdle => Watchers == 0 && windows.Count == 0;

    public bool Take(PresenceBell bell, DateTimeOffset holdsUntil)
    {
        var window = (bell.Person.PersonId, bell.WindowId);
        if (bell.Activity == PresenceActivity.Left) windows.Remove(window);
        else if (windows.ContainsKey(window) || windows.Keys.Count(w => w.PersonId == bell.Person.PersonId) < MostWindows) windows[window] = new(bell.Person, bell.Activity, holdsUntil);
        return Show();
    }

    public void Expire(DateTimeOffset now)
    {
        foreach (var (window, its) in windows.ToList())
            if (its.HoldsUntil < now) windows.Remove(window);
        Show();
    }

    private bool Show()
    {
        var people = new WatchPresenceResponse
        {
            People =
            {
                windows.Values.GroupBy(w => w.Person.PersonId)
                    .Select(its => new PresentPerson { Person = its.First().Person, Activity = its.Max(w => w.Activity) })
                    .OrderBy(p => p.Person.Name, StringComparer.Ordinal).ThenBy(p => p.Person.PersonId, StringComparer.Ordinal),
            },
        };
        if (people.Equals(People.Message)) return false;
        People = new(people);
        changed.SetResult();
        changed = New();
        return true;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Window(Person Person, PresenceActivity Activity, DateTimeOffset HoldsUntil);
}
