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
    private static readonly FhirJsonSerializer Serializer = new();

    /// <summary>What it says of a bundle with violations is of no use.</summary>
    public static MappedBundle Map(R4.Bundle bundle, ImportedFor importedFor, Violations violations)
    {
        var resources = new BundledResources(bundle);
        var account = new ImportAccount();
        var plans = new Dictionary<string, MappedPlan>();
        foreach (var source in resources.Entries.Values.Where(r => r.Resource is R4.CarePlan))
        {
            if (violations.IsFull) break;
            var refusal = CarePlanMapping.Refusal((R4.CarePlan)source.Resource) ?? Add(plans, source, resources, account, importedFor, violations);
            if (refusal is not null) account.LeaveOut(source, refusal);
        }
        return new([.. plans.Values], [.. account.Lines(bundle, resources)]);
    }

    private static string? Add(
        Dictionary<string, MappedPlan> plans, BundledResource source, BundledResources resources, ImportAccount account, ImportedFor importedFor,
        Violations violations)
    {
        var id = PlanId(source, importedFor.Organization);
        if (plans.ContainsKey(id)) return "is in the bundle twice; the first one counts";
        var draft = new PlanDraft(source, id, resources, account, importedFor, violations);
        if (PatientMapping.Of(draft, out var reason) is not { } patient) return reason;
        var events = CarePlanMapping.Events(draft, patient);
        plans.Add(id, new(id, source.Source, events[0].PlanCreated.Title, events));
        return null;
    }

    /// <summary>
    /// What makes a CarePlan the same in two bundles: its full URL; without one, its id and its patient, since an id alone is unique on one server
    /// only; without an id, all of its content.
    /// </summary>
    private static string PlanId(BundledResource source, string organization)
    {
        var plan = (R4.CarePlan)source.Resource;
        var subject = plan.Subject.Identifier;
        var identity = source.FullUrl is { } url ? url
            : !string.IsNullOrEmpty(plan.Id) ? $"{plan.Subject.Reference}\n{subject?.System}|{subject?.Value}\nCarePlan/{plan.Id}"
            : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Serializer.SerializeToString(plan))));
        return ChosenId.Named("import", organization, identity);
    }
}
