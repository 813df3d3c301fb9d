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
        var outcome = Take(PlanAt(from), step, Given.Lead);
        if (leadsTo == "already") outcome.ThenNothing();
        else if (leadsTo == "refused") outcome.ThenRefused("plan.lifecycle");
        else Assert.Equal(leadsTo, outcome.After.Status.ToString());
    }

    [Theory]
    [InlineData("activate"), InlineData("hold"), InlineData("resume"), InlineData("complete"), InlineData("revoke")]
    public void Only_the_lead_takes_a_step(string step) => Take(PlanAt(PlanStatus.Active), step, Given.Stranger).ThenForbidden("NOT_THE_LEAD");

    [Fact]
    public void A_plan_with_open_tasks_is_not_completed() =>
        Take(Given.PlanWithTask(TaskStatus.InProgress), "complete", Given.Lead).ThenRefused("plan.tasks-closed");

    [Fact]
    public void Revoking_cancels_the_open_tasks_first() => Take(Given.PlanWithTask(TaskStatus.InProgress), "revoke", Given.Lead).Then(
        new PlanEvent { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "The plan was revoked." } },
        new PlanEvent { PlanRevoked = new() { Reason = "Moved away." } });

    private static Given PlanAt(PlanStatus status) => status switch
    {
        PlanStatus.Draft => Given.Draft(),
        PlanStatus.OnHold => Given.ActivePlan().Event(new() { PlanHeld = new() { Reason = "Flu." } }),
        PlanStatus.Completed => Given.ActivePlan().Event(new() { PlanCompleted = new() { Summary = "Back at work." } }),
        PlanStatus.Revoked => Given.ActivePlan().Event(new() { PlanRevoked = new() { Reason = "Moved away." } }),
        _ => Given.ActivePlan(),
    };

    private static Outcome Take(Given given, string step, Person by) => step switch
    {
        "activate" => given.When(new ActivatePlan(), new ActivatePlanRequest(), by),
        "hold" => given.When(new HoldPlan(), new HoldPlanRequest { Reason = "Flu." }, by),
        "resume" => given.When(new ResumePlan(), new ResumePlanRequest(), by),
        "complete" => given.When(new CompletePlan(), new CompletePlanRequest { Summary = "Back at work." }, by),
        _ => given.When(new RevokePlan(), new RevokePlanRequest { Reason = "Moved away." }, by),
    };
}
