using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<AddGoalResponse> AddGoal(AddGoalRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team sets a goal; one that an instrument measures is held against its scores from then on.</summary>
public sealed class AddGoal(InstrumentCatalog catalog, TimeProvider clock) : PlanCommand<AddGoalRequest, AddGoalResponse>
{
    public override Permission Who => Permission.To(Capability.SetGoals);

    protected override void Validate(AddGoalRequest request, Violations violations)
    {
        violations.Text("description", request.Description, 500);
        GoalForm.Of(request).Check(catalog, clock.Today(), violations);
    }

    public override AddGoalResponse Reply(CarePlan after, AddGoalRequest request) => new() { GoalId = request.Or(request.GoalId, "goal") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AddGoalRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.GoalId, "goal");
        PlanState.MustBeNew("goal", id, plan.Goals.Any(g => g.GoalId == id));
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        var goal = new Goal { GoalId = id, Description = request.Description, DueDate = request.DueDate, Status = GoalStatus.Active };
        GoalForm.Of(request).Set(goal, plan, catalog, now.Day());
        yield return new PlanEvent { GoalAdded = new() { Goal = goal } };
    }
}
