using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class AddTaskTests
{
    private static AddTaskRequest Request() => new() { RequestId = Given.RequestId, TaskId = Given.TaskId, Title = "Evaluate", Kind = TaskKind.Evaluation };

    [Fact]
    public void It_is_requested_by_the_caller_routinely_unless_said_otherwise()
    {
        var task = Given.ActivePlan().When(new AddTask(), Request(), Given.Psychologist).After.Tasks.Single();
        Assert.Equal((TaskStatus.Requested, TaskPriority.Routine, Given.Psychologist), (task.Status, task.Priority, task.Requester));
        Assert.Null(task.Assignee);
    }

    [Fact]
    public void Without_an_id_it_gets_one_that_a_repeat_would_get_again()
    {
        var request = Request();
        request.TaskId = "";
        var first = Given.ActivePlan().When(new AddTask(), request, Given.Lead);
        var second = Given.ActivePlan().When(new AddTask(), request, Given.Lead);
        Assert.True(Violations.IsId(first.After.Tasks[0].TaskId));
        Assert.Equal(first.After.Tasks[0].TaskId, second.After.Tasks[0].TaskId);
        Assert.Equal(first.After.Tasks[0].TaskId, new AddTask().Reply(first.After, request).TaskId);
    }

    [Fact]
    public void An_id_is_used_once() => Given.PlanWithTask(TaskStatus.Requested).When(new AddTask(), Request(), Given.Lead).ThenRefused("id.unused");

    [Fact]
    public void What_it_depends_on_and_the_goals_it_serves_must_be_there()
    {
        var request = Request();
        request.DependsOn.Add(Given.OtherTaskId);
        Given.ActivePlan().When(new AddTask(), request, Given.Lead).ThenNotFound();
        request = Request();
        request.GoalIds.Add(Given.GoalId);
        Given.ActivePlan().When(new AddTask(), request, Given.Lead).ThenNotFound();
        Assert.Equal([Given.GoalId], Given.ActivePlan().Goal().When(new AddTask(), request, Given.Lead).After.Tasks.Single().GoalIds);
    }

    [Theory]
    [InlineData(0, 7, 6, "recurrence.times")]
    [InlineData(22, 7, 6, "recurrence.times")]
    [InlineData(3, 0, 6, "recurrence.period_days")]
    [InlineData(3, 91, 6, "recurrence.period_days")]
    [InlineData(3, 7, 105, "recurrence.periods")]
    public void A_recurrence_is_bounded(int times, int days, int periods, string field)
    {
        var request = Request();
        request.PlanId = Given.PlanId;
        request.DueDate = "2026-03-02";
        request.Recurrence = new() { Times = times, PeriodDays = days, Periods = periods };
        Assert.Equal([field], Fields.Violated(new AddTask(), request));
    }

    [Fact]
    public void A_recurrence_needs_the_day_of_its_first_occurrence()
    {
        var request = Request();
        request.PlanId = Given.PlanId;
        request.Recurrence = new() { Times = 3, PeriodDays = 7, Periods = 6 };
        Assert.Equal(["due_date"], Fields.Violated(new AddTask(), request));
    }

    [Fact]
    public void Nothing_is_added_to_a_plan_that_has_ended() =>
        Given.ActivePlan().Event(new() { PlanCompleted = new() { Summary = "Back at work." } }).When(new AddTask(), Request(), Given.Lead).ThenRefused("plan.not-ended");

    [Fact]
    public void Clinicians_of_the_team_ask_for_work_and_nobody_else()
    {
        Given.ActivePlan().When(new AddTask(), Request(), Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
        Given.ActivePlan().When(new AddTask(), Request(), Given.Stranger).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
    }

    [Fact]
    public void It_may_be_asked_of_a_member_of_the_team_and_of_nobody_else()
    {
        var request = Request();
        request.AssigneeId = Given.Therapist.PersonId;
        Assert.Equal(Given.Therapist, Given.ActivePlan().When(new AddTask(), request, Given.Lead).After.Tasks.Single().Assignee);
        request.AssigneeId = Given.Stranger.PersonId;
        Given.ActivePlan().When(new AddTask(), request, Given.Lead).ThenRefused("task.assignee-on-team");
    }
}
