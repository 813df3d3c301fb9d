namespace CareTeam.Server.Access;

public static class PlanAccess
{
    /// <summary>The plan as it is now, for a caller who may read it. NotFound, or Forbidden.</summary>
    public static async Task<CarePlan> ReadFor(this PlanStore plans, Caller caller, string planId, CancellationToken cancel)
    {
        var plan = await plans.Read(new(caller.Organization, planId), cancel);
        if (plan.Version == 0) throw Fault.NotFound("plan", planId);
        Permission.Reader.CheckPlan(plan, caller, ScopeOfPractice.Shipped);
        return plan;
    }

    /// <summary>Who may read is no matter of scope of practice, so no site's table changes it.</summary>
    public static bool IsReadableFor(this CarePlan plan, Caller caller) => caller.Role.ReadsOrganization() || plan.HasMember(caller.Person.PersonId);
}
