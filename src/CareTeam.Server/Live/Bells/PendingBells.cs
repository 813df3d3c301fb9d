using CareTeam.Node.V1;

namespace CareTeam.Server.Live.Bells;

/// <summary>What the other nodes are still to be told: of each plan its newest version, of each window what is done in it. Bounded, for a flood, and for a database that takes no bells.</summary>
public sealed class PendingBells
{
    public const int MostPlans = 10_000;

    private const int MostPresences = 5_000;

    private readonly Lock gate = new();
    private readonly Dictionary<PlanKey, int> versions = [];
    private readonly Dictionary<(string Organization, string PlanId, string PersonId, string WindowId), PresenceBell> presences = [];
    private bool everything;

    public void Add(PlanKey key, int version)
    {
        lock (gate)
        {
            if (everything) return;
            versions[key] = Math.Max(version, versions.GetValueOrDefault(key));
            if (versions.Count > MostPlans) AddEverything();
        }
    }

    public void Add(PresenceBell presence)
    {
        lock (gate)
        {
            // Who is left out is told of a few seconds later.
            if (presences.Count < MostPresences) presences[(presence.Organization, presence.PlanId, presence.Person.PersonId, presence.WindowId)] = presence;
        }
    }

    /// <summary>Each thing that is pending; none of it is any longer.</summary>
    public IReadOnlyList<Node.V1.Bells> Take()
    {
        lock (gate)
        {
            List<Node.V1.Bells> taken = [.. versions.Select(v => Of(v.Key, v.Value)), .. presences.Values.Select(p => new Node.V1.Bells { Presences = { p } })];
            if (everything) taken.Add(new() { Everything = true });
            versions.Clear();
            presences.Clear();
            everything = false;
            return taken;
        }
    }

    /// <summary>What could not be told stays to be told, unless something newer came meanwhile; presences are told again anyway.</summary>
    public void PutBack(IEnumerable<Node.V1.Bells> untold)
    {
        lock (gate)
        {
            foreach (var bells in untold)
            {
                if (bells.Everything) AddEverything();
                foreach (var plan in bells.Plans) Add(new(plan.Organization, plan.PlanId), plan.Version);
            }
        }
    }

    private void AddEverything()
    {
        everything = true;
        versions.Clear();
    }

    private static Node.V1.Bells Of(PlanKey key, int version) =>
        new() { Plans = { new PlanBell { Organization = key.Organization, PlanId = key.PlanId, Version = version } } };
}
