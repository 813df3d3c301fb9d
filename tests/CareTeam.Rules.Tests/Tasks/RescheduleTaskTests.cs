using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class RescheduleTaskTests
{
    private static readonly RescheduleTaskRequest ToMay = new() { TaskId = Given.TaskId, DueDate = "2026-05-04", Reason = "MRI is late." };

    [Theory]
    [InlineData(TaskStatus.Requested, true)]
    [InlineData(TaskStatus.Accepted, true)]
    [InlineData(TaskStatus.InProgress, true)]
    [InlineData(TaskStatus.Declined, false)]
    [InlineData(TaskStatus.Completed, false)]
    [InlineData(TaskStatus.Cancelled, false)]
    public void Only_an_open_task_moves(TaskStatus from, bool moves)
    {
        var outcome = Given.PlanWithTask(from).When(new RescheduleTask(), ToMay, Given.Lead);
        if (moves) Assert.Equal("2026-05-04", outcome.After.Tasks.Single().DueDate);
        else outcome.ThenRefused("task.lifecycle");
    }

    [Fact]
    public void To_the_same_day_nothing_happens() =>
        Given.ActivePlan().Task(Given.Therapist, t => t.DueDate = ToMay.DueDate).When(new RescheduleTask(), ToMay, Given.Therapist).ThenNothing();

    [Fact]
    public void Who_has_it_may_move_it_and_others_may_not()
    {
        Given.PlanWithTask(TaskStatus.Accepted).When(new RescheduleTask(), ToMay, Given.Therapist)
            .Then(new PlanEvent { TaskRescheduled = new() { TaskId = Given.TaskId, DueDate = "2026-05-04", Reason = "MRI is late." } });
        Given.PlanWithTask(TaskStatus.Accepted).When(new RescheduleTask(), ToMay, Given.Psychologist).ThenForbidden("NOT_LEAD_REQUESTER_OR_ASSIGNEE");
    }

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new RescheduleTask(), ToMay, Given.Lead).ThenNotFound();

    [Fact]
    public void It_must_see_another_move_of_the_same_task_and_no_other_event()
    {
        Assert.True(new RescheduleTask().MustSee(ToMay, new() { TaskRescheduled = new() { TaskId = Given.TaskId } }));
        Assert.False(new RescheduleTask().MustSee(ToMay, new() { TaskRescheduled = new() { TaskId = Given.OtherTaskId } }));
        Assert.False(new RescheduleTask().MustSee(ToMay, new() { TaskReassigned = new() { TaskId = Given.TaskId } }));
    }
}
