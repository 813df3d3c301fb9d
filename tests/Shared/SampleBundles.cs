namespace CareTeam.Tests;

/// <summary>Real bundles (tests/Shared/fhir): Synthea patients, nobody shaped them to fit.</summary>
public static class SampleBundles
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "Shared", "fhir");

    public static IReadOnlyList<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Names { get; } = [.. Files.Select(f => Path.GetFileNameWithoutExtension(f))];

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));
}
