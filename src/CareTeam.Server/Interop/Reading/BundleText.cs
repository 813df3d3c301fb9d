using System.Text;
using System.Text.Json;
using Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// What the text of a bundle must keep before FHIR is read from it: JSON within limits that no honest bundle reaches, text that PostgreSQL
/// can hold, and references that are references. The FHIR parser checks none of these; measured, 32 MB of "{}," cost it 13 GB and two minutes.
/// </summary>
public static class BundleText
{
    public const string Field = "bundle_json";
    private const int MostTokens = 3_000_000;
    private const int MostTokensOfEntry = 500_000;
    private const int EntryDepth = 2;
    private const int LongestPlace = 300;

    public static readonly JsonReaderOptions Json = new() { MaxDepth = 100 };

    /// <summary>The place in the bundle, as the field of a violation.</summary>
    public static string At(string fhirPath) => $"{Field}: {(fhirPath.Length <= LongestPlace ? fhirPath : fhirPath[..LongestPlace])}";

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));

    public static void Check(string json, Violations violations)
    {
        var utf8 = Utf8(json);
        try
        {
            Scan(utf8, violations);
        }
        catch (JsonException e)
        {
            // The exception's message quotes the text.
            var deep = e.Message.Contains("maximum configured depth", StringComparison.Ordinal) ? $"; it may be {Json.MaxDepth} levels deep" : "";
            violations.Add(Field, $"is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}{deep}");
        }
    }

    private static void Scan(byte[] utf8, Violations violations)
    {
        var reader = new Utf8JsonReader(utf8, Json);
        var place = new JsonPlace(utf8, Json.MaxDepth);
        var (tokens, beforeEntry, isBundle) = (0, 0, false);
        while (reader.Read())
        {
            if (++tokens > MostTokens) violations.Add(Field, $"has more than {MostTokens} JSON tokens; send it in parts");
            if (tokens - beforeEntry > MostTokensOfEntry) violations.Add(At(place.Path), $"has more than {MostTokensOfEntry} JSON tokens");
            if (violations.IsFull || tokens > MostTokens || tokens - beforeEntry > MostTokensOfEntry) return;
            place.MoveTo(ref reader);
            if (reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == EntryDepth) beforeEntry = tokens;
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)) continue;
            var text = reader.ValueIsEscaped ? Unescaped(ref reader, place, violations) : null;
            if (reader.TokenType == JsonTokenType.PropertyName) continue;
            if (reader.CurrentDepth == 1 && place.IsAt("resourceType"u8)) isBundle = reader.ValueTextEquals("Bundle");
            if (!reader.ValueIsEscaped && place.IsAt("reference"u8)) text = reader.GetString();
            if (text is not null && place.IsAt("reference"u8) && !IsReference(text))
                violations.Add(At(place.Path), "is not a reference: Type/id, an absolute URL, a urn: or #id");
        }
        if (!isBundle) violations.Add(Field, "is not a FHIR Bundle: its resourceType is missing or another one");
    }

    /// <summary>Null when it cannot be text.</summary>
    private static string? Unescaped(ref Utf8JsonReader reader, JsonPlace place, Violations violations)
    {
        try
        {
            var text = reader.GetString()!;
            if (!text.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r'))) return text;
            violations.Add(At(place.Path), "contains a control character");
        }
        catch (InvalidOperationException)
        {
            violations.Add(At(place.Path), "contains half of a surrogate pair");
        }
        return null;
    }

    private static bool IsReference(string reference)
    {
        if (reference.Length == 0 || reference.Any(char.IsWhiteSpace)) return false;
        if (reference[0] == '#') return true;
        var end = reference.AsSpan().IndexOfAny(":/?");
        return end > 0 && end + 1 < reference.Length && (reference[end] == ':' || ModelInfo.IsKnownResource(reference[..end]));
    }
}
