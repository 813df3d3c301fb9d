using System.Collections.Concurrent;

namespace CareTeam.Server.Pipeline;

/// <summary>How many streams one person has open on this node. A client that opens more than any person could look at has a fault.</summary>
public sealed class StreamPlaces
{
    public const int MostPerPerson = 500;

    private readonly ConcurrentDictionary<(string Organization, string PersonId), int> open = new();

    public IDisposable Take(Caller caller)
    {
        var person = (caller.Organization, caller.Person.PersonId);
        var place = new Place(this, person);
        if (open.AddOrUpdate(person, 1, (_, count) => count + 1) <= MostPerPerson) return place;
        place.Dispose();
        throw Fault.TooMany($"{MostPerPerson} streams of one person are open on this server; close some first.");
    }

    private void Leave((string, string) person)
    {
        if (open.AddOrUpdate(person, 0, (_, count) => count - 1) == 0) open.TryRemove(new(person, 0));
    }

    private sealed class Place(StreamPlaces places, (string, string) person) : IDisposable
    {
        public void Dispose() => places.Leave(person);
    }
}
