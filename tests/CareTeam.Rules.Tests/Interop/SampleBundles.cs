using System.Text.Json;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>The real bundles beside the repository (shared/data/fhir): Synthea patients, nobody shaped them to fit.</summary>
public static class SampleBundles
{
    public static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "fhir"));

    public static IReadOnlyList<string> Names { get; } = Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : throw new DirectoryNotFoundException($"The FHIR samples are missing: {Folder} is expected beside the repository.");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    public static IEnumerable<JsonElement> Entries(string name) => JsonDocument.Parse(Text(name)).RootElement.GetProperty("entry").EnumerateArray();

    public static string Type(this JsonElement entry) => entry.GetProperty("resource").GetProperty("resourceType").GetString()!;

    public static string FullUrl(this JsonElement entry) => entry.GetProperty("fullUrl").GetString()!;
}
