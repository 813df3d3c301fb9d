using System.Text.Json;

namespace CareTeam.Rules.Tests.Interop;

/// <summary>What stands in a sample bundle, read without the parser that is under test.</summary>
public static class SampleEntries
{
    public static IEnumerable<JsonElement> Of(string name) => JsonDocument.Parse(SampleBundles.Text(name)).RootElement.GetProperty("entry").EnumerateArray();

    public static string Type(this JsonElement entry) => entry.GetProperty("resource").GetProperty("resourceType").GetString()!;

    public static string FullUrl(this JsonElement entry) => entry.GetProperty("fullUrl").GetString()!;
}
