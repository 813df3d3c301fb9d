using CareTeam.Server.Diagnostics;

namespace CareTeam.Rules.Tests.Diagnostics;

public sealed class CancelStudyTests
{
    private static readonly CancelStudyRequest Cancel = new() { RequestId = Given.RequestId, StudyId = WorkUp.StudyId, Reason = "Claustrophobia." };

    [Fact]
    public void The_study_and_its_task_are_called_off_with_the_reason() => WorkUp.Clinic().Ordered().When(new CancelStudy(), Cancel, Given.Lead).Then(
        new PlanEvent { StudyCancelled = new() { StudyId = WorkUp.StudyId, Reason = "Claustrophobia." } },
        new PlanEvent { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "Claustrophobia." } });

    [Fact]
    public void A_declined_task_goes_with_it_and_a_cancelled_one_does_not_again()
    {
        var given = WorkUp.Clinic().Ordered().Event(new() { TaskDeclined = new() { TaskId = Given.TaskId, Reason = "r" } });
        Assert.Equal(2, given.When(new CancelStudy(), Cancel, Given.Lead).Events.Count);
        given.Event(new() { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "r" } });
        Assert.Equal(WorkUp.StudyId, given.When(new CancelStudy(), Cancel, Given.Lead).Events.Single().StudyCancelled.StudyId);
    }

    [Fact]
    public void Who_ordered_it_or_leads_may_and_others_who_order_may_not()
    {
        var given = WorkUp.Clinic().Ordered(by: WorkUp.Practitioner);
        Assert.Equal(StudyStatus.Cancelled, given.When(new CancelStudy(), Cancel, WorkUp.Practitioner).After.Studies.Single().Status);
        Assert.Equal(StudyStatus.Cancelled, given.When(new CancelStudy(), Cancel, Given.Lead).After.Studies.Single().Status);
        given.When(new CancelStudy(), Cancel, WorkUp.PainPhysician).ThenForbidden("NOT_LEAD_OR_ORDERER");
        given.When(new CancelStudy(), Cancel, Given.Therapist).ThenForbidden("MAY_NOT_ORDER_STUDIES");
    }

    [Fact]
    public void What_is_cancelled_is_so_already_and_what_has_a_result_cannot_be()
    {
        var cancelled = WorkUp.Clinic().Ordered().Event(new() { StudyCancelled = new() { StudyId = WorkUp.StudyId, Reason = "r" } });
        cancelled.When(new CancelStudy(), Cancel, Given.Lead).ThenNothing();
        WorkUp.Clinic().Ordered().Resulted().When(new CancelStudy(), Cancel, Given.Lead).ThenRefused("study.lifecycle");
    }

    [Fact]
    public void A_study_that_is_not_there_is_not_found() => WorkUp.Clinic().When(new CancelStudy(), Cancel, Given.Lead).ThenNotFound();

    [Fact]
    public void It_needs_the_study_and_the_reason() =>
        Assert.Equal(["study_id", "reason"], Fields.Violated(new CancelStudy(), new CancelStudyRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
