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
}
