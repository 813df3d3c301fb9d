using CareTeam.Server.Outcomes;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<ReviseGoalResponse> ReviseGoal(ReviseGoalRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>A clinician of the team revises an active goal; two revisions must not pass over each other.</summary>
public sealed class ReviseGoal(InstrumentCatalog catalog, TimeProvider clock) : PlanCommand<ReviseGoalRequest, ReviseGoalResponse>, IMustSee<ReviseGoalRequest>
{
    public override Permission Who => Permission.To(Capability.SetGoals);

    protected override void Validate(ReviseGoalRequest request, Violations violations)
    {
        violations.Required("goal_id", request.GoalId);
        violations.Text("description", request.Description, 500);
        violations.Text("reason", request.Reason, 2000);
        GoalForm.Of(request).Check(catalog, clock.Today(), violations);
    }

    public bool MustSee(ReviseGoalRequest request, PlanEvent other) => other.GoalRevised?.Goal.GoalId == request.GoalId;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, ReviseGoalRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var goal = plan.ActiveGoal(request.GoalId);
        Dates.MustNotBeBefore("due_date", request.DueDate, plan.Patient.BirthDate, "the patient's birth");
        var stands = goal.Clone();
        stands.Attainment = null;
        var revised = stands.Clone();
        (revised.Description, revised.DueDate) = (request.Description, request.DueDate);
        GoalForm.Of(request).Set(revised, plan, catalog, now.Day());
        if (!revised.Equals(stands)) yield return new PlanEvent { GoalRevised = new() { Goal = revised, Reason = request.Reason } };
    }
}
