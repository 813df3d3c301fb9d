using CareTeam.Server.Storage;
using Google.Protobuf;

namespace CareTeam.Rules.Tests.Storage;

/// <summary>
/// What is stored can be read for ever: for each event a file holds the JSON of its first day. A file is never edited; a new event gets a new one
/// (the test writes it, and fails that one time), with every field filled.
/// </summary>
public sealed class FrozenEventsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CareTeam.Rules.Tests", "Storage", "frozen-events");

    public static TheoryData<string> EveryEvent() => [.. PlanEvents.FieldOf.Values.Select(f => f.Name)];

    [Theory, MemberData(nameof(EveryEvent))]
    public void An_event_of_the_first_day_is_still_read_and_written_the_same(string name)
    {
        var type = PlanEvents.FieldOf.Values.Single(f => f.Name == name).MessageType;
        var file = Path.Combine(Folder, name + ".json");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, ProtoJson.Formatter.Format(Filled.Message(type)) + "\n");
            Assert.Fail($"{file} was missing and is written now: look at it, and commit it.");
        }

        var frozen = File.ReadAllText(file).Trim();
        Assert.Equal(frozen, ProtoJson.Formatter.Format(JsonParser.Default.Parse(frozen, type)));
    }

    [Fact]
    public void Each_frozen_event_is_still_known_by_its_name() =>
        Assert.Equal(PlanEvents.FieldOf.Values.Select(f => f.Name).Order(), Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order());
}
