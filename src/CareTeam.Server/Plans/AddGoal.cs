namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<AddGoalResponse> AddGoal(AddGoalRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team sets a goal.</summary>
public sealed class AddGoal : PlanCommand<AddGoalRequest, AddGoalResponse>
{
    public override Permission Who => Permission.To(Capability.SetGoals);

    protected override void Validate(AddGoalRequest request, Violations violations)
    {
        violations.Text("description", request.Description, 500);
        violations.Text("measure", request.Measure, 200, required: request.HasTarget || request.HasBaseline);
        violations.Text("unit", request.Unit, 40, required: false);
    }

    public override AddGoalResponse Reply(CarePlan after, AddGoalRequest request) => new() { GoalId = request.Or(request.GoalId, "goal") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AddGoalRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.GoalId, "goal");
        PlanRules.MustBeNew("goal", id, plan.Goals.Any(g => g.GoalId == id));
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        var goal = new Goal
        {
            GoalId = id,
            Description = request.Description,
            Measure = request.Measure,
            Unit = request.Unit,
            DueDate = request.DueDate,
            Status = GoalStatus.Active,
        };
        if (request.HasBaseline) goal.Baseline = request.Baseline;
        if (request.HasTarget) goal.Target = request.Target;
        yield return new PlanEvent { GoalAdded = new() { Goal = goal } };
    }
}
