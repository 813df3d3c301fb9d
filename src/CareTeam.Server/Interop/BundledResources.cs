using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// The resources of a bundle, found by reference as R4 says (bundle.html, "Resolving references in Bundles"): #contained, urn:, absolute, and relative
/// to the server of the resource that refers; beyond that by Type/id when only one resource can be meant, and by identifier.
/// </summary>
public sealed class BundledResources
{
    private readonly Dictionary<string, BundledResource> byUrl = [];
    private readonly ILookup<string, BundledResource> byTypeAndId;
    private readonly Lazy<ILookup<string, BundledResource>> byIdentifier;

    public BundledResources(R4.Bundle bundle)
    {
        // The newest version of a resource comes first in a history, and is the one that is meant.
        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            if (bundle.Entry[i].Resource is not { } content) continue;
            var resource = new BundledResource(content, $"Bundle.entry[{i}].resource", bundle.Entry[i].FullUrl);
            Entries.Add(i, resource);
            if (resource.FullUrl is not null) byUrl.TryAdd(Normal(resource.FullUrl), resource);
        }
        byTypeAndId = Entries.Values.Where(r => !string.IsNullOrEmpty(r.Resource.Id)).ToLookup(r => $"{r.TypeName}/{r.Resource.Id}");
        byIdentifier = new(() => Entries.Values.SelectMany(Identifiers).ToLookup(i => i.Key, i => i.Resource));
    }

    /// <summary>By the index of their entries; entries without a resource are not there.</summary>
    public SortedList<int, BundledResource> Entries { get; } = [];

    /// <summary>Null when it refers to nothing of the bundle, or to more than one.</summary>
    public BundledResource? Find(R4.ResourceReference reference, BundledResource from)
    {
        if (string.IsNullOrEmpty(reference.Reference))
            return reference.Identifier is { } identifier ? Only(byIdentifier.Value[$"{reference.Type}?{identifier.System}|{identifier.Value}"]) : null;
        var text = reference.Reference;
        if (text[0] == '#') return FindContained(text[1..], from.Container ?? from);
        if (text.IndexOf("/_history/", StringComparison.Ordinal) is > 0 and var history) text = text[..history];
        if (text.IndexOf("?identifier=", StringComparison.Ordinal) is > 0 and var query)
            return Only(byIdentifier.Value[$"{text[..query]}?{Uri.UnescapeDataString(text[(query + "?identifier=".Length)..])}"]);
        if (text.Contains(':')) return byUrl.GetValueOrDefault(Normal(text)) ?? Only(byTypeAndId[Tail(text)].Where(r => r.FullUrl is null));
        return (Server(from.Container ?? from) is { } server ? byUrl.GetValueOrDefault(Normal(server + text)) : null) ?? Only(byTypeAndId[text]);
    }

    private static BundledResource? FindContained(string id, BundledResource root) =>
        id.Length == 0 ? root : root.Contained.FirstOrDefault(c => c.Resource.Id == id);

    private static BundledResource? Only(IEnumerable<BundledResource> candidates)
    {
        var two = candidates.Take(2).ToList();
        return two.Count == 1 ? two[0] : null;
    }

    // UUIDs are the same in upper and lower case; other URLs are not.
    private static string Normal(string url) => url.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) ? url.ToLowerInvariant() : url;

    private static string Tail(string url) => string.Join('/', url.Split('/')[^Math.Min(2, url.Count(c => c == '/') + 1)..]);

    /// <summary>http://server/base/ of a resource whose full URL is http://server/base/Type/id.</summary>
    private static string? Server(BundledResource resource)
    {
        var end = $"/{resource.TypeName}/{resource.Resource.Id}";
        return resource.FullUrl is { } url && url.EndsWith(end, StringComparison.Ordinal) ? url[..^(end.Length - 1)] : null;
    }

    private static IEnumerable<(string Key, BundledResource Resource)> Identifiers(BundledResource resource)
    {
        var identifiers = resource.Resource switch
        {
            R4.IIdentifiable<List<R4.Identifier>> many => many.Identifier,
            R4.IIdentifiable<R4.Identifier> { Identifier: { } one } => [one],
            _ => [],
        };
        foreach (var key in identifiers.Where(i => !string.IsNullOrEmpty(i.Value)).Select(i => $"{i.System}|{i.Value}").Distinct())
        {
            yield return ($"{resource.TypeName}?{key}", resource);
            yield return ($"?{key}", resource);
        }
    }
}
