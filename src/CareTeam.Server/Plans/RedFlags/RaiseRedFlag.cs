namespace CareTeam.Server.Plans;

partial class PlanGrpc
{
    public override Task<RaiseRedFlagResponse> RaiseRedFlag(RaiseRedFlagRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>Anyone of the team, patient and caregiver included, reports a warning sign; the lead gets an urgent task of it.</summary>
public sealed class RaiseRedFlag(RuleTable rules) : PlanCommand<RaiseRedFlagRequest, RaiseRedFlagResponse>
{
    /// <summary>More than all kinds together, many times over [policy]: beyond it a client repeats itself, and a plan that nobody can open any more would hide every sign.</summary>
    public const int MostOpen = 100;

    public override Permission Who => Permission.AnyoneOfTeam;

    protected override void Validate(RaiseRedFlagRequest request, Violations violations)
    {
        violations.Required("kind", request.Kind);
        violations.Text("finding", request.Finding, 2000);
    }

    public override RaiseRedFlagResponse Reply(CarePlan after, RaiseRedFlagRequest request) => new() { RedFlagId = request.Or(request.RedFlagId, "red-flag") };

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, RaiseRedFlagRequest request, Caller caller, Timestamp now)
    {
        plan.MustNotHaveEnded();
        var id = request.Or(request.RedFlagId, "red-flag");
        PlanState.MustBeNew("red flag", id, plan.RedFlags.Any(f => f.RedFlagId == id));
        if (plan.RedFlags.Count(RedFlagRules.IsOpen) >= MostOpen)
            throw Fault.Refused("red-flag.most-open", $"plan/{plan.PlanId}", $"{MostOpen} red flags are open already. Call the physician who leads the plan, and write what is new into a note.");
        return RedFlagRules.Raise(rules, plan, caller, now, id, request.Kind, request.Finding);
    }
}
