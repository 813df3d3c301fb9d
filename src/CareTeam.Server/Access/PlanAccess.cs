namespace CareTeam.Server.Access;

public static class PlanAccess
{
    /// <summary>The plan as it is now, for a caller who may read it. NotFound, or Forbidden.</summary>
    public static async Task<CarePlan> ReadFor(this PlanStore plans, Caller caller, string planId, Permission who, CancellationToken cancel)
    {
        var plan = await plans.Read(new(caller.Organization, planId), cancel);
        if (plan.Version == 0) throw Fault.NotFound("plan", planId);
        who.CheckPlan(plan, caller);
        return plan;
    }
}
