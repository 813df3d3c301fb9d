using CareTeam.Server.Procedures;
using static CareTeam.Rules.Tests.Procedures.ProcedureStory;

namespace CareTeam.Rules.Tests.Procedures;

public sealed class CancelProcedureTests
{
    private static Decision Cancel(Given given, Person? by = null) => given.When(new CancelProcedure(), new() { ProcedureId = ProcedureId, Reason = "Pain is gone." }, by ?? Given.Lead);

    [Fact]
    public void It_is_called_off_with_its_task_and_once()
    {
        var given = Given.ActivePlan().Scheduled(Epidural());
        var after = Cancel(given).After;
        Assert.Equal((ProcedureStatus.Cancelled, "Pain is gone."), (after.Procedures.Single().Status, after.Procedures.Single().StatusReason));
        Assert.Equal(TaskStatus.Cancelled, after.Tasks.Single().Status);
        Cancel(given.Event(new() { ProcedureCancelled = new() { ProcedureId = ProcedureId, Reason = "r" } })).ThenNothing();
    }

    [Fact]
    public void What_is_done_is_not_called_off_and_what_is_not_there_not_found()
    {
        Cancel(Given.ActivePlan().Scheduled(Epidural()).Event(new() { ProcedureRecorded = new() { ProcedureId = ProcedureId, Status = ProcedureStatus.Completed } })).ThenRefused("procedure.lifecycle");
        Cancel(Given.ActivePlan()).ThenNotFound();
    }

    [Fact]
    public void A_therapist_calls_none_off() => Cancel(Given.ActivePlan().Scheduled(Epidural()), Given.Therapist).ThenForbidden("MAY_NOT_PERFORM_PROCEDURES");

    [Fact]
    public void It_needs_a_reason() =>
        Assert.Equal(["procedure_id", "reason"], Fields.Violated(new CancelProcedure(), new CancelProcedureRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
