using CareTeam.Server.Errors;
using CareTeam.V1;

namespace CareTeam.Server.Access;

/// <summary>
/// Who may: a condition on the role of the token, checked before anything is read, and one on the plan's team, checked on its current state. Both must
/// hold: a physician who is on a plan as its patient is its patient.
/// </summary>
public sealed record Permission
{
    private readonly string reason;
    private readonly Func<ScopeOfPractice, string> words;
    private readonly Func<Role, ScopeOfPractice, bool> role;
    private readonly Func<CarePlan, Caller, ScopeOfPractice, bool> plan;

    private Permission(string reason, Func<ScopeOfPractice, string> words, Func<Role, ScopeOfPractice, bool> role, Func<CarePlan, Caller, ScopeOfPractice, bool> plan) =>
        (this.reason, this.words, this.role, this.plan) = (reason, words, role, plan);

    private Permission(string reason, string words, Func<Role, bool> role, Func<CarePlan, Caller, bool> plan)
        : this(reason, _ => words, (r, _) => role(r), (p, caller, _) => plan(p, caller))
    {
    }

    public static readonly Permission AnyCaller = new("NOT_ALLOWED", "anybody of the organization", _ => true, (_, _) => true);

    public static readonly Permission AnyoneOfTeam =
        new("NOT_ON_THE_TEAM", "anyone of the plan's team", r => r.IsOnTeams(), (plan, caller) => plan.HasMember(caller.Person.PersonId));

    public static readonly Permission Reader =
        new("NOT_ON_THE_TEAM", "anyone of the plan's team, or an administrator", r => r is not V1.Role.Display, (plan, caller) => plan.IsReadableFor(caller));

    /// <summary>Whoever passes by reads a screen on the wall: it gets what the plan holds and what happened, and none of the texts beside the plan.</summary>
    public static readonly Permission ReaderOrScreen =
        new("NOT_ON_THE_TEAM", "anyone of the plan's team, an administrator, or a screen", _ => true, (plan, caller) => plan.IsReadableFor(caller));

    /// <summary>The server itself; no token gives its role.</summary>
    public static readonly Permission System = new("NOT_THE_SYSTEM", "the server itself", r => r == V1.Role.System, (_, _) => true);

    /// <summary>Whoever leads the plan.</summary>
    public static readonly Permission Lead = new(
        "NOT_THE_LEAD", _ => "the physician who leads the plan", (r, scope) => scope.May(r, Capability.Lead), (plan, caller, _) => caller.Is(plan.Lead));

    public static readonly Permission ClinicianOfTeam = OnTeam("NOT_A_CLINICIAN_OF_THE_TEAM", Capability.TakePartInCare);

    /// <summary>Whose role may, by scope-of-practice.json, as the token says and as a member of the plan.</summary>
    public static Permission To(params IReadOnlyList<Capability> any) => OnTeam(Reason(any), any);

    /// <summary>Whose role may, on no plan in particular.</summary>
    public static Permission Anywhere(Capability what) => new(Reason([what]), scope => Words([what], scope), (r, scope) => scope.May(r, what), (_, _, _) => true);

    /// <summary>Whether a role may at all; the team of a plan has its own say.</summary>
    public bool Allows(Role caller, ScopeOfPractice scope) => role(caller, scope);

    public void CheckRole(Caller caller, ScopeOfPractice scope)
    {
        if (!role(caller.Role, scope)) throw Denied(scope);
    }

    public void CheckPlan(CarePlan plan, Caller caller, ScopeOfPractice scope)
    {
        if (!this.plan(plan, caller, scope)) throw Denied(scope);
    }

    private static Permission OnTeam(string reason, params IReadOnlyList<Capability> any) => new(
        reason,
        scope => $"a member of the plan's team who may ({Words(any, scope)})",
        (r, scope) => any.Any(c => scope.May(r, c)),
        (plan, caller, scope) => plan.CurrentMember(caller.Person.PersonId) is { } member && any.Any(c => scope.May(member.Person.Role, c) && scope.May(caller.Role, c)));

    private static string Reason(IEnumerable<Capability> any) => "MAY_NOT_" + string.Join("_OR_", any.Select(c => c.ToWords().Replace('-', '_').ToUpperInvariant()));

    private static string Words(IEnumerable<Capability> any, ScopeOfPractice scope) =>
        string.Join(", ", any.SelectMany(c => scope[c].Roles).Distinct().Select(r => r.ToWords()));

    private CareTeamException Denied(ScopeOfPractice scope) => Fault.Forbidden(reason, $"Only {words(scope)} may do this.");
}
