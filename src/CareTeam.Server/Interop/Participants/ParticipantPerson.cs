using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The person behind a reference: a Practitioner, directly or in a role, a Patient or a RelatedPerson.</summary>
public static class ParticipantPerson
{
    private const int LongestPersonId = 128, LongestName = 200;

    /// <summary>Null when it is no person, or nobody's name is known; then the line is there.</summary>
    public static Person? Of(PlanDraft draft, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource holder, string element)
    {
        var found = draft.Find(reference, holder, element);
        if (found is null) return Elsewhere(draft, reference, roles, holder, element);
        var refusal = LeftOutReasons.CannotBeUnderstood(found.Resource) ? LeftOutReasons.NotUnderstood
            : found.Resource is R4.Patient && !draft.IsOfThisPatient(reference, holder) ? "is another patient than the plan's"
            : found.Resource is R4.RelatedPerson relative && !draft.IsOfThisPatient(relative.Patient, found) ? "is related to another patient than the plan's"
            : found.Resource is R4.Practitioner or R4.PractitionerRole or R4.Patient or R4.RelatedPerson ? null
            : $"is a resource of type {found.TypeName}; members of a plan are people";
        if (refusal is not null)
        {
            draft.Account.LeaveOut(holder, $"{holder.TypeName}.{element}", refusal);
            return null;
        }
        draft.Account.Use(found);
        return found.Resource switch
        {
            R4.PractitionerRole role => InRole(draft, role, reference, roles, found),
            R4.Practitioner practitioner => Named(draft, found, draft.NameOf(practitioner.Name), reference, ClinicianOf(draft, [.. roles, .. practitioner.Qualification.Select(q => q.Code)])),
            R4.Patient patient => Named(draft, found, draft.NameOf(patient.Name), reference, Role.Patient, roles),
            _ => Named(draft, found, draft.NameOf(((R4.RelatedPerson)found.Resource).Name), reference, Role.Caregiver, roles),
        };
    }

    /// <summary>Whose id the reference tells, when that is a person.</summary>
    public static string? IdOf(PlanDraft draft, R4.ResourceReference reference, BundledResource holder, string element) => draft.Find(reference, holder, element) switch
    {
        null => string.IsNullOrEmpty(reference.Reference) ? null : Id(reference.Reference),
        { Resource: R4.PractitionerRole inRole } role => IdOf(draft, role, inRole, PractitionerOf(draft, role, inRole)),
        var found => Id(draft.IdentityOf(found)),
    };

    // The practitioner's own where that is known, so that one person in two roles stays one.
    private static string IdOf(PlanDraft draft, BundledResource role, R4.PractitionerRole inRole, BundledResource? practitioner) =>
        practitioner is not null ? Id(draft.IdentityOf(practitioner))
        : inRole.Practitioner?.Reference is { Length: > 0 } absent && absent[0] != '#' ? Id(absent)
        : Id(draft.IdentityOf(role));

    // One step and no more: a role that refers to a role, even to itself, is broken.
    private static BundledResource? PractitionerOf(PlanDraft draft, BundledResource role, R4.PractitionerRole inRole)
    {
        var found = draft.Find(inRole.Practitioner, role, "practitioner");
        if (found is null or { Resource: R4.Practitioner }) return found;
        draft.Broken(role, "practitioner", $"refers to a resource of type {found.TypeName}, not to a Practitioner");
        return null;
    }

    private static Person InRole(PlanDraft draft, R4.PractitionerRole inRole, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource found)
    {
        var practitioner = PractitionerOf(draft, found, inRole);
        var described = practitioner?.Resource as R4.Practitioner;
        var role = ClinicianOf(draft, [.. roles, .. inRole.Code, .. inRole.Specialty, .. described?.Qualification.Select(q => q.Code) ?? []]);
        if (inRole.Practitioner is not null) draft.TakeReference(inRole.Practitioner);
        if (described is null)
        {
            var named = Named(draft, found, inRole.Practitioner?.Display ?? "", reference, role);
            named.PersonId = IdOf(draft, found, inRole, null);
            return named;
        }
        draft.Account.Use(practitioner!);
        return Named(draft, practitioner!, draft.NameOf(described.Name), reference, role);
    }

    private static Person Named(PlanDraft draft, BundledResource found, string name, R4.ResourceReference reference, Role role, IReadOnlyList<R4.CodeableConcept>? roles = null)
    {
        // That the patient, or a relative, takes part as such is what the role says already.
        // That they are something else besides keeps its line.
        if (roles is not null) ParticipantRoles.Of(draft, roles, allowed: told => told == role);
        var shown = name.Length > 0 ? name : reference.Display ?? found.Source;
        return new() { PersonId = Id(draft.IdentityOf(found)), Name = draft.Fit(shown, LongestName, found, $"{found.TypeName}.name"), Role = role };
    }

    private static Person? Elsewhere(PlanDraft draft, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource holder, string element)
    {
        var type = TypeOf(reference);
        var isThisPatient = draft.IsOfThisPatient(reference, holder);
        var refusal = string.IsNullOrWhiteSpace(reference.Display) ? LeftOutReasons.NotInBundle + ", and tells no name"
            : type is "Organization" or "CareTeam" or "Device" or "Group" or "HealthcareService" ? $"is of type {type}; members of a plan are people"
            : type == "Patient" && !isThisPatient ? "is another patient than the plan's"
            : null;
        if (refusal is not null)
        {
            draft.Account.LeaveOut(holder, $"{holder.TypeName}.{element}", refusal);
            return null;
        }
        var role = type switch
        {
            _ when isThisPatient => Role.Patient,
            "RelatedPerson" => Role.Caregiver,
            "Practitioner" or "PractitionerRole" => ClinicianOf(draft, roles),
            _ => RoleOf(draft, roles),
        };
        var id = string.IsNullOrEmpty(reference.Reference) ? draft.Id("person", reference.Display!) : Id(reference.Reference);
        return new() { PersonId = id, Name = draft.Fit(reference.Display, LongestName, holder, $"{holder.TypeName}.{element}.display"), Role = role };
    }

    private static string TypeOf(R4.ResourceReference reference)
    {
        if (reference.Type is not null) return reference.Type;
        var text = reference.Reference ?? "";
        if (text.IndexOf("/_history/", StringComparison.Ordinal) is > 0 and var history) text = text[..history];
        return text.Split('/') is [.., var named, _] ? named : "";
    }

    // A "patient navigator" is no patient.
    private static Role ClinicianOf(PlanDraft draft, IReadOnlyList<R4.CodeableConcept> concepts) =>
        ParticipantRoles.Of(draft, concepts, role => role.IsClinician()) ?? Role.OtherClinician;

    private static Role RoleOf(PlanDraft draft, IReadOnlyList<R4.CodeableConcept> concepts) => ParticipantRoles.Of(draft, concepts) ?? Role.OtherClinician;

    // The same in every bundle that names the person alike.
    private static string Id(string source) => BundledResources.Normal(source) is { Length: <= LongestPersonId } normal ? normal : ChosenId.Named("person", BundledResources.Normal(source));
}
