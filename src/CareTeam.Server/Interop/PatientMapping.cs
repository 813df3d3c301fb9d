using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>Whom a CarePlan is for.</summary>
public static class PatientMapping
{
    private const int LongestReference = 255, LongestName = 200;

    /// <summary>Null when the plan cannot be for a patient here; then the reason is given.</summary>
    public static Patient? Of(PlanDraft draft, out string reason)
    {
        var subject = draft.CarePlan.Subject;
        var found = draft.Find(subject, draft.Source, "subject");
        reason = "";
        if (found?.Resource is R4.Group || found is null && TypeOf(subject) == "Group") reason = "is for a group; a plan here is for one patient";
        else if (found is not null && found.Resource is not R4.Patient) draft.Broken(draft.Source, "subject", $"refers to a resource of type {found.TypeName}, not to a patient");
        else if (found is null && subject.Reference is { } urn && urn.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && string.IsNullOrWhiteSpace(subject.Display))
            draft.Broken(draft.Source, "subject.reference", "refers to nothing in the bundle, and a urn: is found nowhere else");

        var reference = Reference(draft, subject, found);
        if (reference.Length == 0 && reason.Length == 0) reason = "names no record of a patient";
        if (reference.Length > LongestReference) reason = $"has a reference to its patient of more than {LongestReference} characters";
        return reason.Length > 0 ? null : Describe(draft, subject, found, reference);
    }

    /// <summary>What the CarePlan says; for a contained patient, what that means outside of the plan.</summary>
    public static string Reference(PlanDraft draft, R4.ResourceReference subject, BundledResource? found)
    {
        if (found?.Container is not null) return draft.IdentityOf(found);
        if (!string.IsNullOrEmpty(subject.Reference)) return BundledResources.Normal(subject.Reference);
        if (draft.Take(subject.Identifier) is not { Value.Length: > 0 } identifier) return "";
        draft.Take(identifier.SystemElement);
        draft.Take(identifier.ValueElement);
        return string.IsNullOrEmpty(identifier.System) ? identifier.Value : $"{identifier.System}|{identifier.Value}";
    }

    private static Patient Describe(PlanDraft draft, R4.ResourceReference subject, BundledResource? found, string reference)
    {
        draft.TakeReference(subject);
        var patient = new Patient { Reference = reference };
        if (found?.Resource is R4.Patient described)
        {
            draft.Account.Use(found);
            patient.Name = draft.Fit(draft.NameOf(described.Name), LongestName, found, "Patient.name");
            patient.BirthDate = draft.DayOf(described.BirthDateElement, found, "birthDate");
        }
        if (patient.Name.Length == 0) patient.Name = draft.Fit(subject.Display, LongestName, draft.Source, "CarePlan.subject.display");
        if (patient.Name.Length == 0) draft.LeaveOut("CarePlan.subject", "tells no name of the patient; the plan has none");
        return patient;
    }

    private static string? TypeOf(R4.ResourceReference reference) =>
        reference.Type ?? (reference.Reference?.Split('/') is [.., var type, _] ? type : null);
}
