using CareTeam.Server.Errors;
using CareTeam.V1;

namespace CareTeam.Server.Access;

/// <summary>
/// Who may: a condition on the role of the token, checked before anything is read, and one on the plan's team, checked on its current state. Both must
/// hold: a physician who is on a plan as its patient is its patient.
/// </summary>
public sealed record Permission(string Reason, string Words, Func<Role, bool> Role, Func<CarePlan, Caller, bool> Plan)
{
    public static readonly Permission AnyCaller = new("NOT_ALLOWED", "anybody of the organization", _ => true, (_, _) => true);

    public static readonly Permission Physiatrist = new("NOT_A_PHYSIATRIST", "a physiatrist", r => r is V1.Role.Physiatrist, (_, _) => true);

    public static readonly Permission Importer =
        new("NOT_AN_IMPORTER", "a physiatrist or an administrator", r => r is V1.Role.Physiatrist or V1.Role.Administrator, (_, _) => true);

    public static readonly Permission Lead =
        new("NOT_THE_LEAD", "the physiatrist who leads the plan", r => r is V1.Role.Physiatrist, (plan, caller) => caller.Is(plan.Lead));

    public static readonly Permission PhysicianOfTeam =
        new("NOT_A_PHYSICIAN_OF_THE_TEAM", "a physician of the plan's team", r => r.IsPhysician(), (plan, caller) => plan.CurrentMember(caller.Person.PersonId)?.Person.Role.IsPhysician() == true);

    public static readonly Permission ClinicianOfTeam =
        new("NOT_A_CLINICIAN_OF_THE_TEAM", "a clinician of the plan's team", r => r.IsClinician(),
            (plan, caller) => plan.CurrentMember(caller.Person.PersonId)?.Person.Role.IsClinician() == true);

    public static readonly Permission AnyoneOfTeam =
        new("NOT_ON_THE_TEAM", "anyone of the plan's team", r => !r.ReadsOrganization(), (plan, caller) => plan.HasMember(caller.Person.PersonId));

    public static readonly Permission Reader =
        new("NOT_ON_THE_TEAM", "anyone of the plan's team, an administrator or a screen", _ => true,
            (plan, caller) => caller.Role.ReadsOrganization() || plan.HasMember(caller.Person.PersonId));

    public void CheckRole(Caller caller)
    {
        if (!Role(caller.Role)) throw Denied();
    }

    public void CheckPlan(CarePlan plan, Caller caller)
    {
        if (!Plan(plan, caller)) throw Denied();
    }

    private CareTeamException Denied() => Fault.Forbidden(Reason, $"Only {Words} may do this.");
}
