using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareTeam.Rules.Tests.Outcomes;

/// <summary>
/// The worked examples of every instrument: those of the catalog beside the repository (shared/outcome_measures.json) where it is there, else the copy of
/// them in this folder.
/// </summary>
public static class Vectors
{
    public static readonly string SharedFile = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "outcome_measures.json"));

    private static readonly string OwnFile = Path.Combine(Repository.Root, "tests", "CareTeam.Rules.Tests", "Outcomes", "vectors.json");

    public static bool SharedIsThere => File.Exists(SharedFile);

    /// <summary>"odi vectors 3" and what stands there.</summary>
    public static IReadOnlyDictionary<string, JsonElement> All { get; } = Named(SharedIsThere ? Shared() : Own());

    public static IEnumerable<JsonElement> SharedInstruments() => JsonDocument.Parse(File.ReadAllText(SharedFile)).RootElement.EnumerateArray();

    /// <summary>By instrument, then by kind.</summary>
    public static JsonObject Shared() => new(SharedInstruments().Select(i => KeyValuePair.Create(i.GetProperty("id").GetString()!,
        (JsonNode?)new JsonObject(i.EnumerateObject().Where(p => IsVectors(p.Name)).Select(p => KeyValuePair.Create(p.Name, JsonNode.Parse(p.Value.GetRawText())))))));

    public static JsonObject Own() => JsonNode.Parse(File.ReadAllText(OwnFile))!.AsObject();

    public static TheoryData<string> OfKind(params string[] kinds) => [.. All.Keys.Where(name => kinds.Contains(name.Split(' ')[1]))];

    public static string InstrumentOf(string name) => name.Split(' ')[0];

    public static bool IsVectors(string property) => property.Contains("vectors", StringComparison.Ordinal);

    private static Dictionary<string, JsonElement> Named(JsonObject byInstrument) =>
    (
        from instrument in JsonDocument.Parse(byInstrument.ToJsonString()).RootElement.EnumerateObject()
        from kind in instrument.Value.EnumerateObject()
        from vector in kind.Value.EnumerateArray().Index()
        select ($"{instrument.Name} {kind.Name} {vector.Index + 1}", vector.Item)
    ).ToDictionary();
}
