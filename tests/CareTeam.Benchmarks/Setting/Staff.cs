using CareTeam.Server.Access;

namespace CareTeam.Benchmarks.Setting;

/// <summary>Who does the work.</summary>
public static class Staff
{
    public const string Organization = "clinic";

    public static readonly Caller Physiatrist = New("dr-lead", "Dr. Maria Lindqvist", Role.Physiatrist);

    public static readonly Caller Therapist = New("pt-one", "Jonas Bergman, PT", Role.PhysicalTherapist);

    public static Caller New(string id, string name, Role role) => new(Organization, new Person { PersonId = id, Name = name, Role = role });
}
