using System.Text;
using System.Text.Json;
using Hl7.Fhir.Serialization;
using Hl7.Fhir.Utility;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// Reads a checked text as an R4 Bundle, strictly. Entry by entry: the parser collects every fault before it tells of one, so a hostile bundle is
/// left after as many as an answer can hold.
/// </summary>
public static class BundleReader
{
    private static readonly FhirJsonDeserializer Strict = new(new DeserializerSettings());

    /// <summary>Null when there are violations.</summary>
    public static R4.Bundle? Read(string json, Violations violations, CancellationToken cancel = default)
    {
        var utf8 = BundleText.Utf8(json);
        var reader = new Utf8JsonReader(utf8, BundleText.Json);
        reader.Read();
        List<R4.Bundle.EntryComponent>? entries = null;
        var head = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (start, isEntry) = ((int)reader.TokenStartIndex, reader.ValueTextEquals("entry"));
            reader.Read();
            if (isEntry && reader.TokenType == JsonTokenType.StartArray && entries is null)
            {
                entries = Entries(utf8, ref reader, violations, cancel);
                continue;
            }
            if (isEntry && entries is not null) violations.Add(BundleText.At("Bundle.entry"), R4Problem.Twice);
            reader.Skip();
            if (!isEntry || entries is null) head.Add(Encoding.UTF8.GetString(utf8.AsSpan(start..(int)reader.BytesConsumed)));
        }

        var bundle = (R4.Bundle?)Parse(typeof(R4.Bundle), Encoding.UTF8.GetBytes($"{{{string.Join(',', head)}}}"), "Bundle", violations);
        if (bundle is null || violations.Found.Count > 0) return null;
        bundle.Entry = entries ?? [];
        return bundle;
    }

    private static List<R4.Bundle.EntryComponent> Entries(
        byte[] utf8, ref Utf8JsonReader reader, Violations violations, CancellationToken cancel)
    {
        var entries = new List<R4.Bundle.EntryComponent>();
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (start, path, isObject) = ((int)reader.TokenStartIndex, $"Bundle.entry[{i}]", reader.TokenType == JsonTokenType.StartObject);
            reader.Skip();
            if (violations.IsFull) continue;
            if (!isObject) violations.Add(BundleText.At(path), "is not an object");
            else if (Parse(typeof(R4.Bundle.EntryComponent), utf8.AsSpan(start..(int)reader.BytesConsumed), path, violations) is { } entry)
                entries.Add((R4.Bundle.EntryComponent)entry);
        }
        return entries;
    }

    private static R4.Base? Parse(Type type, ReadOnlySpan<byte> json, string path, Violations violations)
    {
        var reader = new Utf8JsonReader(json, BundleText.Json);
        try
        {
            reader.Read();
            Strict.TryDeserializeObject(type, ref reader, out var read, out var problems);
            var found = false;
            foreach (var problem in problems)
            {
                found = true;
                violations.Add(BundleText.At(Place(path, (problem as ExtendedCodedException)?.InstancePath ?? "")), R4Problem.Words(problem.ErrorCode));
            }
            return found ? null : read;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or FormatException or OverflowException or ArgumentException)
        {
            // The parser's own way to say that JSON of this shape cannot be FHIR at all, as a list of lists.
            violations.Add(BundleText.At(path), R4Problem.Words(""));
            return null;
        }
    }

    private static string Place(string path, string within) =>
        within.Length == 0 || within == "$this" ? path
        : within.StartsWith("$this.", StringComparison.Ordinal) ? path + within["$this".Length..]
        : within == path || within.StartsWith(path + ".", StringComparison.Ordinal) ? within
        : $"{path}.{within}";
}
