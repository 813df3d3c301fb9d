namespace CareTeam.Rules.Tests.Plans;

public sealed class PlanLifecycleTests
{
    /// <summary>draft -> active &lt;-> on-hold -> completed | revoked: every step from every status.</summary>
    public static TheoryData<PlanStatus, string, string> Steps() => new()
    {
        { PlanStatus.Draft, "activate", "Active" }, { PlanStatus.Draft, "hold", "refused" }, { PlanStatus.Draft, "resume", "refused" },
        { PlanStatus.Draft, "complete", "refused" }, { PlanStatus.Draft, "revoke", "Revoked" },
        { PlanStatus.Active, "activate", "already" }, { PlanStatus.Active, "hold", "OnHold" }, { PlanStatus.Active, "resume", "already" },
        { PlanStatus.Active, "complete", "Completed" }, { PlanStatus.Active, "revoke", "Revoked" },
        { PlanStatus.OnHold, "activate", "refused" }, { PlanStatus.OnHold, "hold", "already" }, { PlanStatus.OnHold, "resume", "Active" },
        { PlanStatus.OnHold, "complete", "Completed" }, { PlanStatus.OnHold, "revoke", "Revoked" },
        { PlanStatus.Completed, "activate", "refused" }, { PlanStatus.Completed, "hold", "refused" }, { PlanStatus.Completed, "resume", "refused" },
        { PlanStatus.Completed, "complete", "already" }, { PlanStatus.Completed, "revoke", "refused" },
        { PlanStatus.Revoked, "activate", "refused" }, { PlanStatus.Revoked, "hold", "refused" }, { PlanStatus.Revoked, "resume", "refused" },
        { PlanStatus.Revoked, "complete", "refused" }, { PlanStatus.Revoked, "revoke", "already" },
    };

    [Theory, MemberData(nameof(Steps))]
    public void Every_step_from_every_status_is_allowed_or_refused(PlanStatus from, string step, string leadsTo)
    {
        var outcome = Take(Given.PlanAt(from), step);
        if (leadsTo == "already") outcome.ThenNothing();
        else if (leadsTo == "refused") outcome.ThenRefused("plan.lifecycle");
        else Assert.Equal(leadsTo, outcome.After.Status.ToString());
    }

    private static Decision Take(Given given, string step) => step switch
    {
        "activate" => given.When(new ActivatePlan(), new ActivatePlanRequest(), Given.Lead),
        "hold" => given.When(new HoldPlan(), new HoldPlanRequest { Reason = "Flu." }, Given.Lead),
        "resume" => given.When(new ResumePlan(), new ResumePlanRequest(), Given.Lead),
        "complete" => given.When(new CompletePlan(RuleTable.Shipped), new CompletePlanRequest { Summary = "Back at work." }, Given.Lead),
        _ => given.When(new RevokePlan(RuleTable.Shipped), new RevokePlanRequest { Reason = "Moved away." }, Given.Lead),
    };
}
