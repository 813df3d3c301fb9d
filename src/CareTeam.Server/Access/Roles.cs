using CareTeam.V1;

namespace CareTeam.Server.Access;

/// <summary>What kind of person a role is. Sources: CMS Benefit Policy Manual ch. 15 s. 220 and 42 CFR 410.61 for who treats and who orders.</summary>
public static class Roles
{
    /// <summary>Takes part in the care itself: everybody but patients, caregivers, administrators and screens.</summary>
    public static bool IsClinician(this Role role) =>
        role is not (Role.Unspecified or Role.Patient or Role.Caregiver or Role.Administrator or Role.Display or Role.System);

    /// <summary>Treats under the supervision of a therapist of the discipline, and does not evaluate.</summary>
    public static bool IsAssistant(this Role role) => role is Role.PhysicalTherapistAssistant or Role.OccupationalTherapyAssistant;

    /// <summary>Reads all plans of the organization without being on their teams.</summary>
    public static bool ReadsOrganization(this Role role) => role is Role.Administrator or Role.Display;

    /// <summary>May be a member of a team.</summary>
    public static bool IsOnTeams(this Role role) => role is not (Role.Unspecified or Role.System) && !role.ReadsOrganization();

    public static Discipline Discipline(this Role role) => role switch
    {
        Role.Physiatrist or Role.PainPhysician => V1.Discipline.PhysicalMedicine,
        Role.PrimaryCarePhysician or Role.NursePractitioner or Role.PhysicianAssistant or Role.ClinicalNurseSpecialist => V1.Discipline.PrimaryCare,
        Role.PhysicalTherapist or Role.PhysicalTherapistAssistant => V1.Discipline.PhysicalTherapy,
        Role.OccupationalTherapist or Role.OccupationalTherapyAssistant => V1.Discipline.OccupationalTherapy,
        Role.Psychologist => V1.Discipline.Psychology,
        Role.Nurse => V1.Discipline.Nursing,
        Role.SocialWorker => V1.Discipline.SocialWork,
        Role.CaseManager => V1.Discipline.CaseManagement,
        Role.VocationalCounsellor => V1.Discipline.VocationalRehabilitation,
        Role.Orthotist => V1.Discipline.Orthotics,
        Role.Dietitian => V1.Discipline.Nutrition,
        Role.SpineSurgeon => V1.Discipline.Surgery,
        _ => V1.Discipline.Unspecified,
    };
}
