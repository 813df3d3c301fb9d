using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class ReassignTaskTests
{
    private static readonly ReassignTaskRequest ToOther = new() { TaskId = Given.TaskId, AssigneeId = Given.OtherTherapist.PersonId, Reason = "Vacation." };
    private static readonly PlanEvent Reassigned = new() { TaskReassigned = new() { TaskId = Given.TaskId, Assignee = Given.OtherTherapist, Reason = "Vacation." } };

    [Theory]
    [InlineData(TaskStatus.Requested)]
    [InlineData(TaskStatus.Accepted)]
    [InlineData(TaskStatus.InProgress)]
    [InlineData(TaskStatus.Declined)]
    public void An_open_or_declined_task_is_requested_anew_of_the_next(TaskStatus from)
    {
        var outcome = Given.PlanWithTask(from).When(new ReassignTask(), ToOther, Given.Lead);
        outcome.Then(Reassigned);
        Assert.Equal((TaskStatus.Requested, Given.OtherTherapist), (outcome.After.Tasks[0].Status, outcome.After.Tasks[0].Assignee));
    }

    [Theory]
    [InlineData(TaskStatus.Completed)]
    [InlineData(TaskStatus.Cancelled)]
    public void Reassigning_a_task_that_is_over_is_refused(TaskStatus from) =>
        Given.PlanWithTask(from).When(new ReassignTask(), ToOther, Given.Lead).ThenRefused("task.lifecycle");

    [Fact]
    public void To_the_one_who_has_it_nothing_happens() =>
        Given.PlanWithTask(TaskStatus.InProgress).When(new ReassignTask(), new() { TaskId = Given.TaskId, AssigneeId = Given.Therapist.PersonId }, Given.Lead).ThenNothing();

    [Fact]
    public void A_declined_task_can_be_asked_of_the_same_person_again() =>
        Given.PlanWithTask(TaskStatus.Declined).When(new ReassignTask(), new() { TaskId = Given.TaskId, AssigneeId = Given.Therapist.PersonId }, Given.Lead)
            .Then(new PlanEvent { TaskReassigned = new() { TaskId = Given.TaskId, Assignee = Given.Therapist } });

    [Fact]
    public void Without_an_assignee_it_goes_back_to_the_whole_team() =>
        Assert.Null(Given.PlanWithTask(TaskStatus.Accepted).When(new ReassignTask(), new() { TaskId = Given.TaskId }, Given.Lead).After.Tasks[0].Assignee);

    [Fact]
    public void Who_has_it_may_pass_it_on_and_others_may_not()
    {
        Given.PlanWithTask(TaskStatus.Accepted).When(new ReassignTask(), ToOther, Given.Therapist).Then(Reassigned);
        Given.PlanWithTask(TaskStatus.Accepted).When(new ReassignTask(), ToOther, Given.Psychologist).ThenForbidden("NOT_LEAD_REQUESTER_OR_ASSIGNEE");
    }

    [Fact]
    public void Only_members_of_the_team_can_be_given_a_task() =>
        Given.PlanWithTask(TaskStatus.Accepted).When(new ReassignTask(), new() { TaskId = Given.TaskId, AssigneeId = "stranger" }, Given.Lead).ThenRefused("task.assignee-on-team");

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new ReassignTask(), ToOther, Given.Lead).ThenNotFound();

    [Fact]
    public void It_must_see_another_reassignment_of_the_same_task_and_no_other_event()
    {
        Assert.True(new ReassignTask().MustSee(ToOther, Reassigned));
        Assert.False(new ReassignTask().MustSee(ToOther, new() { TaskReassigned = new() { TaskId = Given.OtherTaskId } }));
        Assert.False(new ReassignTask().MustSee(ToOther, new() { TaskStarted = new() { TaskId = Given.TaskId } }));
    }
}
