using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>The person behind a reference: a Practitioner, directly or in a role, a Patient or a RelatedPerson.</summary>
public static class ParticipantPerson
{
    private const int LongestPersonId = 128, LongestName = 200;

    /// <summary>Null when it is no person, or nobody's name is known; then the line is there.</summary>
    public static Person? Of(
        PlanDraft draft, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource holder, string element)
    {
        var found = draft.Find(reference, holder, element);
        if (found is null) return Elsewhere(draft, reference, roles, holder, element);
        var refusal = LeftOutReasons.CannotBeUnderstood(found.Resource) ? LeftOutReasons.NotUnderstood
            : found.Resource is R4.Patient && !draft.IsOfThisPatient(reference, holder) ? "is another patient than the plan's"
            : found.Resource is R4.Practitioner or R4.PractitionerRole or R4.Patient or R4.RelatedPerson ? null
            : $"is a resource of type {found.TypeName}; members of a plan are people";
        if (refusal is not null)
        {
            draft.Account.LeaveOut(holder, $"{holder.TypeName}.{element}", refusal);
            return null;
        }
        draft.Account.Use(found);
        switch (found.Resource)
        {
            case R4.PractitionerRole inRole: return InRole(draft, inRole, reference, roles, found);
            case R4.Practitioner practitioner:
                return Named(draft, found, practitioner.Name, reference, RoleOf(draft, [.. roles, .. practitioner.Qualification.Select(q => q.Code)]));
            case R4.Patient patient:
                ParticipantRoles.Of(draft, roles, only: Role.Patient);
                return Named(draft, found, patient.Name, reference, Role.Patient);
            default:
                ParticipantRoles.Of(draft, roles, only: Role.Caregiver);
                return Named(draft, found, ((R4.RelatedPerson)found.Resource).Name, reference, Role.Caregiver);
        }
    }

    /// <summary>Whose id the reference tells, when that is a person.</summary>
    public static string? IdOf(PlanDraft draft, R4.ResourceReference reference, BundledResource holder, string element)
    {
        if (draft.Find(reference, holder, element) is not { } found) return string.IsNullOrEmpty(reference.Reference) ? null : Id(reference.Reference);
        var inRole = found.Resource as R4.PractitionerRole;
        return Id((draft.Find(inRole?.Practitioner, found, "practitioner") is { Resource: R4.Practitioner } practitioner ? practitioner : found).Identity);
    }

    private static Person InRole(
        PlanDraft draft, R4.PractitionerRole inRole, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource found)
    {
        var practitioner = draft.Find(inRole.Practitioner, found, "practitioner");
        var described = practitioner?.Resource as R4.Practitioner;
        var role = RoleOf(draft, [.. roles, .. inRole.Code, .. inRole.Specialty, .. described?.Qualification.Select(q => q.Code) ?? []]);
        if (inRole.Practitioner is not null) draft.TakeReference(inRole.Practitioner);
        if (described is null) return Named(draft, found, [], inRole.Practitioner ?? reference, role);
        draft.Account.Use(practitioner!);
        return Named(draft, practitioner!, described.Name, reference, role);
    }

    private static Person Named(PlanDraft draft, BundledResource found, List<R4.HumanName> names, R4.ResourceReference reference, Role role)
    {
        var name = draft.NameOf(names) is { Length: > 0 } told ? told : reference.Display ?? found.Source;
        return new() { PersonId = Id(found.Identity), Name = draft.Fit(name, LongestName, found, $"{found.TypeName}.name"), Role = role };
    }

    private static Person? Elsewhere(
        PlanDraft draft, R4.ResourceReference reference, IReadOnlyList<R4.CodeableConcept> roles, BundledResource holder, string element)
    {
        var type = reference.Type ?? (reference.Reference?.Split('/') is [.., var named, _] ? named : "");
        var refusal = string.IsNullOrWhiteSpace(reference.Display) ? LeftOutReasons.NotInBundle + ", and tells no name"
            : type is "Organization" or "CareTeam" or "Device" or "Group" or "HealthcareService" ? $"is of type {type}; members of a plan are people"
            : null;
        if (refusal is not null)
        {
            draft.Account.LeaveOut(holder, $"{holder.TypeName}.{element}", refusal);
            return null;
        }
        var role = type switch
        {
            "Patient" => Role.Patient,
            "RelatedPerson" => Role.Caregiver,
            _ => RoleOf(draft, roles),
        };
        var id = string.IsNullOrEmpty(reference.Reference) ? draft.Id("person", reference.Display!) : Id(reference.Reference);
        return new() { PersonId = id, Name = draft.Fit(reference.Display, LongestName, holder, $"{holder.TypeName}.{element}.display"), Role = role };
    }

    private static Role RoleOf(PlanDraft draft, IReadOnlyList<R4.CodeableConcept> concepts) => ParticipantRoles.Of(draft, concepts) ?? Role.OtherClinician;

    // The same in every bundle that names the person alike.
    private static string Id(string source) => source.Length <= LongestPersonId ? source : ChosenId.Named("person", source);
}
