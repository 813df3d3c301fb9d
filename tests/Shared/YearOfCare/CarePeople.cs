using CareTeam.V1;

namespace CareTeam.Tests;

/// <summary>The team of the year.</summary>
public static class CarePeople
{
    public static readonly Person Lead = Someone("dr-lead", Role.Physiatrist);
    public static readonly Person PainPhysician = Someone("dr-pain", Role.PainPhysician);
    public static readonly Person Therapist = Someone("pt-one", Role.PhysicalTherapist);
    public static readonly Person OtherTherapist = Someone("pt-two", Role.PhysicalTherapist);
    public static readonly Person Assistant = Someone("pta-one", Role.PhysicalTherapistAssistant);
    public static readonly Person OccupationalTherapist = Someone("ot-one", Role.OccupationalTherapist);
    public static readonly Person Psychologist = Someone("psy-one", Role.Psychologist);
    public static readonly Person OtherPsychologist = Someone("psy-two", Role.Psychologist);
    public static readonly Person Nurse = Someone("rn-one", Role.Nurse);
    public static readonly Person Ana = Someone("patient-one", Role.Patient);

    /// <summary>Those who are on the team from the first day on, besides the lead and the assistant.</summary>
    public static readonly IReadOnlyList<Person> Joining = [PainPhysician, Therapist, OtherTherapist, OccupationalTherapist, Psychologist, Nurse, Ana];

    private static Person Someone(string id, Role role) => new() { PersonId = id, Name = $"Name of {id}", Role = role };
}
