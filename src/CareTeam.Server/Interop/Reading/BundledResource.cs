using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>A resource of the bundle: an entry's, or one contained in it.</summary>
public sealed class BundledResource
{
    // It stands in every line of an answer; a megabyte of it would stand there as often.
    private const int LongestSource = 1000;
    private Dictionary<string, BundledResource>? containedById;

    public BundledResource(R4.Resource resource, string path, string? fullUrl)
    {
        Resource = resource;
        Path = path;
        FullUrl = string.IsNullOrEmpty(fullUrl) ? null : fullUrl;
        Source = FullUrl is { Length: <= LongestSource } ? FullUrl : string.IsNullOrEmpty(resource.Id) ? path : $"{resource.TypeName}/{resource.Id}";
        if (resource is R4.DomainResource { Contained: { } contained })
            Contained = [.. contained.Select((inner, i) => new BundledResource(inner, i, this))];
    }

    private BundledResource(R4.Resource resource, int index, BundledResource container)
    {
        Resource = resource;
        Path = $"{container.Path}.contained[{index}]";
        Source = string.IsNullOrEmpty(resource.Id) ? $"{container.Source}#contained[{index}]" : $"{container.Source}#{resource.Id}";
        Container = container;
    }

    public R4.Resource Resource { get; }

    /// <summary>What it is called in answers: its full URL, or Type/id, or its place.</summary>
    public string Source { get; }

    public string? FullUrl { get; }

    /// <summary>The same for the same resource in another bundle, as far as the bundles tell.</summary>
    public string Identity => FullUrl ?? Source;

    /// <summary>Its place in the bundle, as FHIRPath.</summary>
    public string Path { get; }

    /// <summary>The resource that contains it; null for an entry's own.</summary>
    public BundledResource? Container { get; }

    public IReadOnlyList<BundledResource> Contained { get; } = [];

    /// <summary>Null when it contains no such resource; of two with one id the first counts.</summary>
    public BundledResource? FindContained(string id)
    {
        // By id, not by scan: each of many contained resources may be referred to.
        containedById ??= Contained.Where(c => !string.IsNullOrEmpty(c.Resource.Id)).DistinctBy(c => c.Resource.Id).ToDictionary(c => c.Resource.Id!);
        return containedById.GetValueOrDefault(id);
    }

    /// <summary>Identity is no more than the place in this bundle; another bundle has another resource there.</summary>
    public bool IsOnlyAPlace => FullUrl is null && string.IsNullOrEmpty(Resource.Id);

    public string TypeName => Resource.TypeName;
}
