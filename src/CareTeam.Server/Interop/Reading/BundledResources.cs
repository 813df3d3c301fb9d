using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// The resources of a bundle, found by reference as R4 says (bundle.html, "Resolving references in Bundles"): #contained, urn:, absolute, and relative
/// to the server of the resource that refers; beyond that by Type/id when only one resource can be meant, and by identifier.
/// </summary>
public sealed class BundledResources
{
    private readonly Dictionary<string, BundledResource> byUrl = [];
    private readonly ILookup<string, BundledResource> byTypeAndId, withoutServer, withoutUrl;
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
        byTypeAndId = ByTypeAndId(_ => true);
        withoutServer = ByTypeAndId(r => !IsHttp(r.FullUrl));
        withoutUrl = ByTypeAndId(r => r.FullUrl is null);
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
        if (text.Contains(':')) return byUrl.GetValueOrDefault(Normal(text)) ?? Only(withoutUrl[Tail(text)]);
        if (Server(from.Container ?? from) is { } server) return byUrl.GetValueOrDefault(Normal(server + text)) ?? Only(withoutServer[text]);
        // Of a resource at some other http URL the server is not known, but it is not everybody's.
        return Only((IsHttp((from.Container ?? from).FullUrl) ? withoutServer : byTypeAndId)[text]);
    }

    /// <summary>
    /// Two references that lead out of the bundle name one thing: by reference or by identifier, and neither says otherwise. The same Type/id on two
    /// servers is two things; two that name nothing are not the same.
    /// </summary>
    public static bool IsSameElsewhere(R4.ResourceReference a, BundledResource aFrom, R4.ResourceReference b, BundledResource bFrom)
    {
        var (aReference, bReference) = (Normal(a.Reference ?? ""), Normal(b.Reference ?? ""));
        var (aIdentifier, bIdentifier) = (Key(a.Identifier), Key(b.Identifier));
        if (aReference.Length > 0 && bReference.Length > 0)
        {
            var relative = aReference == bReference && !aReference.Contains(':');
            if (relative && Server(aFrom.Container ?? aFrom) is { } aServer && Server(bFrom.Container ?? bFrom) is { } bServer && aServer != bServer) return false;
            return aReference == bReference && (aIdentifier.Length == 0 || bIdentifier.Length == 0 || aIdentifier == bIdentifier);
        }
        return aIdentifier.Length > 0 && aIdentifier == bIdentifier;
    }

    private static string Key(R4.Identifier? identifier) => string.IsNullOrEmpty(identifier?.Value) ? "" : $"{identifier.System}|{identifier.Value}";

    private ILookup<string, BundledResource> ByTypeAndId(Func<BundledResource, bool> which) =>
        Entries.Values.Where(r => !string.IsNullOrEmpty(r.Resource.Id) && which(r)).ToLookup(r => $"{r.TypeName}/{r.Resource.Id}");

    private static bool IsHttp(string? url) => url is not null && url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static BundledResource? FindContained(string id, BundledResource root) =>
        id.Length == 0 ? root : root.FindContained(id);

    private static BundledResource? Only(IEnumerable<BundledResource> candidates)
    {
        var two = candidates.Take(2).ToList();
        return two.Count == 1 ? two[0] : null;
    }

    /// <summary>UUIDs are the same in upper and lower case; other URLs are not.</summary>
    public static string Normal(string url) => url.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? url.ToLowerInvariant() : url;

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
