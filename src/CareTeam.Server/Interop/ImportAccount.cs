using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>
/// Accounts for everything of a bundle: the mapping notes each element that it carries over, and says why it leaves one out. Whatever is in
/// neither is found by walking the resources, so nothing has to be thought of to be listed.
/// </summary>
public sealed class ImportAccount
{
    private readonly HashSet<R4.Base> taken = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<BundledResource> used = [];
    private readonly Dictionary<BundledResource, string> refused = [];
    private readonly Dictionary<BundledResource, Dictionary<string, string>> leftOut = [];

    /// <summary>The resource has become part of a plan; its elements are accounted for one by one.</summary>
    public void Use(BundledResource resource) => used.Add(resource);

    /// <summary>The element's value is carried over, or says nothing more than its absence; of a complex one, its own elements still count.</summary>
    public T? Take<T>(T? element) where T : R4.Base
    {
        if (element is not null) taken.Add(element);
        return element;
    }

    /// <summary>The element with all of its own is accounted for, by what is carried over or by a line of its own.</summary>
    public void TakeWhole(R4.Base? element)
    {
        if (Take(element) is null) return;
        foreach (var (_, child) in Children(element!)) TakeWhole(child);
    }

    /// <summary>The element, named as FHIRPath from its resource's type, is left out.</summary>
    public void LeaveOut(BundledResource resource, string element, string reason)
    {
        if (!leftOut.TryGetValue(resource, out var elements)) leftOut[resource] = elements = [];
        elements.TryAdd(element, reason);
    }

    /// <summary>The resource as a whole is left out, unless something else of the bundle still uses it.</summary>
    public void LeaveOut(BundledResource resource, string reason) => refused.TryAdd(resource, reason);

    /// <summary>All that is left out, in the order of the bundle.</summary>
    public IEnumerable<LeftOut> Lines(R4.Bundle bundle, BundledResources resources)
    {
        var name = string.IsNullOrEmpty(bundle.Id) ? "Bundle" : $"Bundle/{bundle.Id}";
        foreach (var element in Rest(bundle, "Bundle").Except(["Bundle.type"])) yield return NoPlace(name, element);
        for (var i = 0; i < bundle.Entry.Count; i++)
        {
            if (!resources.Entries.TryGetValue(i, out var resource))
            {
                yield return new() { Resource = $"Bundle.entry[{i}]", Reason = "is an entry without a resource" };
                continue;
            }
            foreach (var line in Lines(resource)) yield return line;
            foreach (var element in Rest(bundle.Entry[i], "Bundle.entry").Except(["Bundle.entry.fullUrl"]))
                yield return NoPlace(resource.Source, element);
        }
    }

    private IEnumerable<LeftOut> Lines(BundledResource resource)
    {
        if (used.Contains(resource))
        {
            var reasons = leftOut.GetValueOrDefault(resource, []);
            foreach (var (element, reason) in reasons) yield return new() { Resource = resource.Source, Element = element, Reason = reason };
            foreach (var element in Rest(resource.Resource, resource.TypeName).Where(e => !reasons.ContainsKey(e)))
                yield return NoPlace(resource.Source, element);
        }
        else if (resource.Container is null || refused.ContainsKey(resource) || used.Contains(resource.Container))
        {
            yield return new() { Resource = resource.Source, Reason = refused.GetValueOrDefault(resource) ?? WhyUnused(resource) };
        }
        // With a resource that is left out as a whole goes what it contains, unless somebody used that.
        foreach (var inner in resource.Contained)
            foreach (var line in Lines(inner)) yield return line;
    }

    private static string WhyUnused(BundledResource resource) => resource.Resource is
        R4.Patient or R4.Condition or R4.Goal or R4.CareTeam or R4.Practitioner or R4.PractitionerRole or R4.RelatedPerson
        ? $"no imported plan needs this {resource.TypeName}"
        : $"{resource.TypeName} has no place in a plan";

    private static LeftOut NoPlace(string resource, string element) => new() { Resource = resource, Element = element, Reason = "has no place in a plan" };

    private IEnumerable<string> Rest(R4.Base node, string path)
    {
        var found = new List<string>();
        Walk(node, path, found);
        return found.Distinct();
    }

    private void Walk(R4.Base node, string path, List<string> found)
    {
        foreach (var (name, child) in Children(node))
        {
            // Resources and entries are accounted for as such; an id is an identity, which the ids of plan, member, goal ... are made from.
            if (child is R4.Resource or R4.Bundle.EntryComponent || name is "id" && node is R4.Resource) continue;
            if (HoldsTaken(child)) Walk(child, $"{path}.{name}", found);
            else found.Add($"{path}.{name}");
        }
    }

    private bool HoldsTaken(R4.Base element) => taken.Contains(element) || Children(element).Any(c => HoldsTaken(c.Child));

    private static IEnumerable<(string Name, R4.Base Child)> Children(R4.Base node)
    {
        foreach (var (name, value) in node.EnumerateElements())
            foreach (var child in value is R4.Base one ? [one] : ((System.Collections.IEnumerable)value).OfType<R4.Base>()) yield return (name, child);
    }
}
