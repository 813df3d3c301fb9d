using CareTeam.Server.Team;

namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<CompletePlanResponse> CompletePlan(CompletePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead completes the plan, once nothing of it waits to be ended.</summary>
public sealed class CompletePlan(RuleTable rules) : PlanCommand<CompletePlanRequest, CompletePlanResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(CompletePlanRequest request, Violations violations)
    {
        violations.Text("summary", request.Summary, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, CompletePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Completed) yield break;
        plan.MustBe("complete it", PlanStatus.Active, PlanStatus.OnHold);
        PlanEnd.MustLeaveNobodyInDanger(plan, rules, rules.Day(plan.Coverage, now));
        PlanEnd.MustHaveNothingOpen(plan);
        foreach (var e in HandoverState.Withdrawn(plan, "The plan ended.")) yield return e;
        yield return new PlanEvent { PlanCompleted = new() { Summary = request.Summary } };
    }
}
