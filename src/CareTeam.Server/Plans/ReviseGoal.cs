namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ReviseGoalResponse> ReviseGoal(ReviseGoalRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team revises an active goal; two revisions must not pass over each other.</summary>
public sealed class ReviseGoal : PlanCommand<ReviseGoalRequest, ReviseGoalResponse>, IMustSee<ReviseGoalRequest>
{
    public override Permission Who => Permission.To(Capability.SetGoals);

    protected override void Validate(ReviseGoalRequest request, Violations violations)
    {
        violations.Required("goal_id", request.GoalId);
        violations.Text("description", request.Description, 500);
        violations.Text("measure", request.Measure, 200, required: request.HasTarget || request.HasBaseline);
        violations.Text("unit", request.Unit, 40, required: false);
        violations.Text("reason", request.Reason, 2000);
    }

    public bool MustSee(ReviseGoalRequest request, PlanEvent other) => other.GoalRevised?.Goal.GoalId == request.GoalId;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReviseGoalRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var goal = plan.ActiveGoal(request.GoalId);
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        var revised = new Goal
        {
            GoalId = goal.GoalId,
            Description = request.Description,
            Measure = request.Measure,
            Unit = request.Unit,
            DueDate = request.DueDate,
            Status = goal.Status,
            StatusReason = goal.StatusReason,
        };
        if (request.HasBaseline) revised.Baseline = request.Baseline;
        if (request.HasTarget) revised.Target = request.Target;
        if (!revised.Equals(goal)) yield return new PlanEvent { GoalRevised = new() { Goal = revised, Reason = request.Reason } };
    }
}
