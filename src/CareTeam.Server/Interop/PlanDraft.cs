using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>Who imports, for whom, and when.</summary>
public sealed record ImportedFor(string Organization, Person Lead, Timestamp Now);

/// <summary>A CarePlan on its way to becoming a plan: what its parts need to know of each other.</summary>
public sealed class PlanDraft(BundledResource source, string planId, BundledResources bundle, ImportAccount account, ImportedFor importedFor, Violations violations)
{
    public R4.CarePlan CarePlan { get; } = (R4.CarePlan)source.Resource;
    public BundledResource Source => source;
    public string PlanId => planId;
    public ImportAccount Account => account;
    public Person Lead => importedFor.Lead;
    public Timestamp Now => importedFor.Now;

    /// <summary>When the plan began and ended, as far as the past says.</summary>
    public Timestamp? Start { get; set; }

    public Timestamp? End { get; set; }

    /// <summary>The team by person_id, those who have left it included.</summary>
    public Dictionary<string, DraftMember> Members { get; } = new() { [importedFor.Lead.PersonId] = new(importedFor.Lead, null, null) };

    public Person? Author { get; set; }

    public Dictionary<BundledResource, string> GoalIds { get; } = [];

    public Dictionary<BundledResource, string> DiagnosisIds { get; } = [];

    /// <summary>The diagnoses of which only a label is known.</summary>
    public HashSet<string> LabelIds { get; } = [];

    /// <summary>The tasks that are not done; they end with the plan.</summary>
    public List<string> OpenTaskIds { get; } = [];

    public bool HasEnded => CarePlan.Status is R4.RequestStatus.Completed or R4.RequestStatus.Revoked;

    /// <summary>The same in every import of the same plan.</summary>
    public string Id(string kind, string identity) => ChosenId.Named(planId, kind, identity);

    /// <summary>
    /// The same for the same resource in another bundle. A contained one, or one without id and URL, is known within the plan only: its place in the
    /// bundle would be another's in the next bundle.
    /// </summary>
    public string IdentityOf(BundledResource resource) =>
        resource.Container == source ? $"{planId}#{resource.Resource.Id}"
        : resource.Container is { } container ? $"{IdentityOf(container)}#{resource.Resource.Id}"
        : resource.IsOnlyAPlace ? $"{planId}#{Id(resource.TypeName, BundleMapping.ContentOf(resource.Resource))}"
        : resource.Identity;

    public T? Take<T>(T? element) where T : R4.Base => account.Take(element);

    public void LeaveOut(string element, string reason) => account.LeaveOut(source, element, reason);

    public BundledResource? Find(R4.ResourceReference? reference, BundledResource from, string element)
    {
        if (reference is null) return null;
        var found = bundle.Find(reference, from);
        if (found is null && reference.Reference is { Length: > 0 } text && text[0] == '#') Broken(from, element, "refers to nothing that its resource contains");
        return found;
    }

    /// <summary>The element, with its path below its resource, breaks a rule of R4.</summary>
    public void Broken(BundledResource resource, string element, string what) => violations.Add(BundleText.At($"{resource.Path}.{element}"), what);

    /// <summary>A reference that is followed: what it points to is carried over, and its label says no more.</summary>
    public void TakeReference(R4.ResourceReference reference)
    {
        Take(reference);
        Take(reference.ReferenceElement);
        Take(reference.TypeElement);
        Take(reference.DisplayElement);
    }

    /// <summary>True also when no patient is named.</summary>
    public bool IsOfThisPatient(R4.ResourceReference? subject, BundledResource holder)
    {
        if (subject is null) return true;
        var (theirs, ours) = (bundle.Find(subject, holder), bundle.Find(CarePlan.Subject, source));
        if (theirs is null && ours is null ? !BundledResources.IsSameElsewhere(subject, holder, CarePlan.Subject, source) : theirs != ours) return false;
        TakeReference(subject);
        return true;
    }

    /// <summary>The text, cut where it is longer than a field allows; the answer says so.</summary>
    public string Fit(string? text, int longest, BundledResource resource, string element)
    {
        text = text?.Trim() ?? "";
        if (text.Length <= longest) return text;
        account.LeaveOut(resource, element, $"is longer than {longest} characters; the rest is left out");
        return text.FirstOf(longest);
    }
}

/// <summary>A person of the plan's team. Until is unset while the membership lasts.</summary>
public sealed record DraftMember(Person Person, Timestamp? Since, Timestamp? Until);
