namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<CloseGoalResponse> CloseGoal(CloseGoalRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team closes an active goal: achieved, not achieved or cancelled.</summary>
public sealed class CloseGoal : PlanCommand<CloseGoalRequest, CloseGoalResponse>
{
    public override Permission Who => Permission.To(Capability.SetGoals);

    protected override void Validate(CloseGoalRequest request, Violations violations)
    {
        violations.Required("goal_id", request.GoalId);
        violations.Required("status", request.Status);
        if (request.Status == GoalStatus.Active) violations.Add("status", "must be achieved, not achieved or cancelled");
        violations.Text("reason", request.Reason, 2000, required: request.Status != GoalStatus.Achieved);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CloseGoalRequest request, Caller caller, Timestamp now)
    {
        if (plan.Goal(request.GoalId).Status == request.Status) yield break;
        plan.MustNotHaveEnded();
        plan.ActiveGoal(request.GoalId);
        yield return new PlanEvent { GoalClosed = new() { GoalId = request.GoalId, Status = request.Status, Reason = request.Reason } };
    }
}
