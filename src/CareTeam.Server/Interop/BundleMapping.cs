using System.Security.Cryptography;
using System.Text;
using Hl7.Fhir.Serialization;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>A plan that a CarePlan of the bundle makes: its events, not stamped yet.</summary>
public sealed record MappedPlan(string PlanId, string Source, string Title, IReadOnlyList<PlanEvent> Events);

/// <summary>All that a bundle comes to. Pure: the same bundle, importer and time make the same.</summary>
public sealed record MappedBundle(IReadOnlyList<MappedPlan> Plans, IReadOnlyList<LeftOut> LeftOut);

public static class BundleMapping
{
    private const int MostPlans = 2_000, MostEvents = 20_000;
    private static readonly FhirJsonSerializer Serializer = new();

    /// <summary>What it says of a bundle with violations is of no use.</summary>
    public static MappedBundle Map(R4.Bundle bundle, ImportedFor importedFor, Violations violations)
    {
        var resources = new BundledResources(bundle);
        var account = new ImportAccount();
        account.Take(bundle.TypeElement);
        foreach (var entry in bundle.Entry) account.Take(entry);
        var (plans, events) = (new Dictionary<string, MappedPlan>(), 0);
        foreach (var source in resources.Entries.Values.Where(r => r.Resource is R4.CarePlan))
        {
            if (violations.IsFull || plans.Count > MostPlans || events > MostEvents) break;
            var refusal = CarePlanMapping.Refusal((R4.CarePlan)source.Resource) ?? Add(plans, source, resources, account, importedFor, violations, ref events);
            if (refusal is not null) account.LeaveOut(source, refusal);
        }
        if (plans.Count > MostPlans) violations.Add(BundleText.Field, $"makes more than {MostPlans} plans; send it in parts");
        if (events > MostEvents) violations.Add(BundleText.Field, $"makes more than {MostEvents} events; send it in parts");
        return violations.Found.Count > 0 ? new([], []) : new([.. plans.Values], [.. account.Lines(bundle, resources)]);
    }

    private static string? Add(
        Dictionary<string, MappedPlan> plans, BundledResource source, BundledResources resources, ImportAccount account, ImportedFor importedFor, Violations violations, ref int count)
    {
        var id = PlanId(source, resources, importedFor.Organization);
        if (plans.ContainsKey(id)) return "is in the bundle twice; the first one counts";
        var draft = new PlanDraft(source, id, resources, account, importedFor, violations);
        if (PatientMapping.Of(draft, out var reason) is not { } patient) return reason;
        var events = new List<PlanEvent>();
        // Counted while they are made: one resource may be in the plans of thousands, and a few megabytes make more than a server holds.
        foreach (var e in CarePlanMapping.Events(draft, patient))
        {
            if (++count > MostEvents) break;
            events.Add(e);
        }
        if (events.Count == 0) return null;
        plans.Add(id, new(id, source.Source, events[0].PlanCreated.Title, events));
        return null;
    }

    /// <summary>
    /// What makes a CarePlan the same in two bundles: its full URL; without one, its id and its patient, since an id alone is unique on one server
    /// only, and a contained patient by all that it says; without an id, all of its content.
    /// </summary>
    private static string PlanId(BundledResource source, BundledResources resources, string organization)
    {
        var plan = (R4.CarePlan)source.Resource;
        var identity = source.FullUrl is { } url ? BundledResources.Normal(url)
            : !string.IsNullOrEmpty(plan.Id) ? $"{Subject(plan, source, resources)}\n{plan.Subject.Identifier?.System}|{plan.Subject.Identifier?.Value}\nCarePlan/{plan.Id}"
            : ContentOf(plan);
        return ChosenId.Named("import", organization, identity);
    }

    /// <summary>All that a resource says, as a hash.</summary>
    public static string ContentOf(R4.Resource resource) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Serializer.SerializeToString(resource))));

    private static string? Subject(R4.CarePlan plan, BundledResource source, BundledResources resources) =>
        resources.Find(plan.Subject, source) is { Container: not null } contained ? ContentOf(contained.Resource)
        : plan.Subject.Reference is { } reference ? BundledResources.Normal(reference) : null;
}
