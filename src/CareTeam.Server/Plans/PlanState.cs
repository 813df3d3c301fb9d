namespace CareTeam.Server.Plans;

/// <summary>Questions about a plan that several use cases ask.</summary>
public static class PlanState
{
    public static bool HasEnded(this CarePlan plan) => plan.Status is PlanStatus.Completed or PlanStatus.Revoked;

    public static void MustNotHaveEnded(this CarePlan plan)
    {
        if (plan.HasEnded())
            throw Fault.Refused("plan.not-ended", $"plan/{plan.PlanId}", $"The plan is {plan.Status.ToWords()}; nothing can be added to it.");
    }

    /// <summary>The lifecycle draft -> active &lt;-> on-hold -> completed | revoked.</summary>
    public static void MustBe(this CarePlan plan, string toDo, params ReadOnlySpan<PlanStatus> allowed) =>
        Lifecycle.MustBe("plan.lifecycle", "plan", plan.PlanId, plan.Status, toDo, allowed);

    public static Goal Goal(this CarePlan plan, string goalId) => plan.Goals.FirstOrDefault(g => g.GoalId == goalId) ?? throw Fault.NotFound("goal", goalId);

    public static Goal ActiveGoal(this CarePlan plan, string goalId)
    {
        var goal = plan.Goal(goalId);
        return goal.Status == GoalStatus.Active
            ? goal
            : throw Fault.Refused("goal.active", $"goal/{goalId}", $"The goal is closed ({goal.Status.ToWords()}); only an active one can be changed.");
    }

    public static void MustBeNew(string kind, string id, bool exists)
    {
        if (exists) throw Fault.Refused("id.unused", $"{kind}/{id}", $"The plan has a {kind} with this id already; choose another id, or none.");
    }
}
