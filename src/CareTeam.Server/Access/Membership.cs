using CareTeam.V1;

namespace CareTeam.Server.Access;

/// <summary>Who is on the team of a plan now.</summary>
public static class Membership
{
    public static Member? CurrentMember(this CarePlan plan, string personId) =>
        plan.Members.FirstOrDefault(m => m.Until is null && m.Person.PersonId == personId);

    public static bool HasMember(this CarePlan plan, string personId) => plan.CurrentMember(personId) is not null;
}
