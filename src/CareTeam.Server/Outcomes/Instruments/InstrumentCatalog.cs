using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CareTeam.Server.Outcomes;

/// <summary>
/// The instruments: those shipped (instruments.json), and a site's own. An entry of the site with the id of a shipped one is a further version of it: what
/// it says replaces, what it does not say stays (RFC 7396), and it names its version and the day it holds from. Read once, at the start.
/// </summary>
public sealed class InstrumentCatalog
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // A misspelt property would be a rule that silently does not hold.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private static readonly string[] OwnOfAVersion = ["id", "version", "effective_date"];

    private readonly JsonObject[] entries;
    private readonly OrderedDictionary<string, InstrumentDefinition[]> versions;

    private InstrumentCatalog(IEnumerable<JsonObject> entries, List<string> problems)
    {
        this.entries = [.. entries];
        var definitions = this.entries.Select(entry => Definition(entry, problems)).OfType<InstrumentDefinition>().ToList();
        problems.AddRange(InstrumentCheck.Of(definitions));
        if (problems.Count > 0) throw new InvalidDataException(string.Join(Environment.NewLine, problems));
        versions = new(definitions.GroupBy(d => d.Id).Select(g => KeyValuePair.Create(g.Key, g.OrderBy(d => d.EffectiveDate).ToArray())));
    }

    public static InstrumentCatalog Shipped { get; } = new(Entries(ShippedText(), "instruments.json"), []);

    /// <summary>InvalidDataException names everything that is wrong with the site's file.</summary>
    public static InstrumentCatalog Load(string? siteFile) =>
        string.IsNullOrWhiteSpace(siteFile) ? Shipped : Shipped.With(File.ReadAllText(siteFile), siteFile);

    /// <summary>The definitions that hold on a day, in the order of the file.</summary>
    public IEnumerable<InstrumentDefinition> On(DateOnly day) => versions.Keys.Select(id => Find(id, day)!);

    /// <summary>The newest version that holds on the day; on a day before the first version, the first. Null: there is no such instrument.</summary>
    public InstrumentDefinition? Find(string id, DateOnly day) =>
        versions.TryGetValue(id, out var of) ? of.LastOrDefault(d => d.EffectiveDate <= day) ?? of[0] : null;

    public InstrumentCatalog With(string siteText, string file)
    {
        var problems = new List<string>();
        return new(entries.Concat([.. Entries(siteText, file).Where(entry => IsNamed(entry, file, problems)).Select(Completed)]), problems);
    }

    private JsonObject Completed(JsonObject change)
    {
        var id = (string)change["id"]!;
        return (JsonObject)MergePatch.Apply(entries.LastOrDefault(e => (string?)e["id"] == id), change)!;
    }

    private static bool IsNamed(JsonObject entry, string file, List<string> problems)
    {
        var missing = OwnOfAVersion.Where(name => (entry[name] as JsonValue)?.GetValueKind() != JsonValueKind.String).ToList();
        problems.AddRange(missing.Select(name => $"{file}: instrument {entry["id"]} names no {name} of its own."));
        return missing.Count == 0;
    }

    private static IEnumerable<JsonObject> Entries(string text, string file)
    {
        try
        {
            var list = JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return [.. list!.AsArray().Select(entry => entry!.AsObject())];
        }
        catch (Exception e) when (e is JsonException or NullReferenceException or InvalidOperationException)
        {
            throw new InvalidDataException($"{file} is not a JSON list of instruments: {e.Message}", e);
        }
    }

    private static InstrumentDefinition? Definition(JsonObject entry, List<string> problems)
    {
        try
        {
            return Completed(entry.Deserialize<InstrumentDefinition>(Format)!);
        }
        catch (JsonException e)
        {
            problems.Add($"{entry["id"]} {entry["version"]}: {e.Message}");
            return null;
        }
    }

    /// <summary>A subscale takes from the whole what it does not say itself.</summary>
    private static InstrumentDefinition Completed(InstrumentDefinition read) => read with
    {
        Subscales = new OrderedDictionary<string, ScoreDefinition>(read.Subscales.Select(s => KeyValuePair.Create(s.Key, s.Value with
        {
            SubscaleId = s.Key,
            Unit = s.Value.Unit.Length > 0 ? s.Value.Unit : read.Unit,
            HigherIs = s.Value.HigherIs == HigherIs.Unspecified ? read.HigherIs : s.Value.HigherIs,
        }))),
    };

    private static string ShippedText()
    {
        using var json = new StreamReader(typeof(InstrumentCatalog).Assembly.GetManifestResourceStream("instruments.json")!);
        return json.ReadToEnd();
    }
}
