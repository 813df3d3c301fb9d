namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<RevokePlanResponse> RevokePlan(RevokePlanRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>The lead ends a plan before its time; whatever is open on it ends with it, but for warning signs and safety reviews, which somebody deals with before.</summary>
public sealed class RevokePlan(RuleTable rules) : PlanCommand<RevokePlanRequest, RevokePlanResponse>
{
    public override Permission Who => Permission.Lead;

    protected override void Validate(RevokePlanRequest request, Violations violations)
    {
        violations.Text("reason", request.Reason, 2000);
    }

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RevokePlanRequest request, Caller caller, Timestamp now)
    {
        if (plan.Status == PlanStatus.Revoked) yield break;
        plan.MustBe("revoke it", PlanStatus.Draft, PlanStatus.Active, PlanStatus.OnHold);
        var today = rules.Day(plan.Coverage, now);
        PlanEnd.MustLeaveNobodyInDanger(plan, rules, today);
        foreach (var e in PlanEnd.OfAllThatIsOpen(plan, "The plan was revoked.", today)) yield return e;
        yield return new PlanEvent { PlanRevoked = new() { Reason = request.Reason } };
    }
}
