namespace CareTeam.Cli.Demo;

/// <summary>Who plays in the demo. The development sign-in offers the same people.</summary>
public static class DemoPeople
{
    public const string Organization = "demo";

    public static readonly Person Lindqvist = Someone("dr-lindqvist", "Dr. Ingrid Lindqvist", Role.Physiatrist);
    public static readonly Person Osei = Someone("dr-osei", "Dr. Samuel Osei", Role.Physiatrist);
    public static readonly Person Rivera = Someone("pt-rivera", "Tomás Rivera", Role.PhysicalTherapist);
    public static readonly Person Park = Someone("pta-park", "Jun Park", Role.PhysicalTherapistAssistant);
    public static readonly Person Okafor = Someone("ot-okafor", "Hannah Okafor", Role.OccupationalTherapist);
    public static readonly Person Haddad = Someone("psy-haddad", "Dr. Leila Haddad", Role.Psychologist);
    public static readonly Person Mbeki = Someone("rn-mbeki", "Grace Mbeki", Role.Nurse);
    public static readonly Person Novak = Someone("vc-novak", "Petra Novak", Role.VocationalCounsellor);
    public static readonly Person Bell = Someone("patient-bell", "Marcus Bell", Role.Patient);

    public static readonly IReadOnlyList<Person> All = [Lindqvist, Osei, Rivera, Park, Okafor, Haddad, Mbeki, Novak, Bell];

    private static Person Someone(string id, string name, Role role) => new() { PersonId = id, Name = name, Role = role };
}
