using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class CompleteTaskTests
{
    private static readonly CompleteTaskRequest Complete = new() { TaskId = Given.TaskId, Outcome = "Done." };

    [Fact]
    public void Its_event_says_what_came_of_it_and_nothing_is_left()
    {
        var outcome = Given.PlanWithTask(TaskStatus.InProgress).When(new CompleteTask(RuleTable.Shipped), Complete, Given.Therapist);
        outcome.Then(new PlanEvent { TaskCompleted = new() { TaskId = Given.TaskId, Outcome = "Done." } });
        Assert.Equal((TaskStatus.Completed, 1), (outcome.After.Tasks.Single().Status, outcome.After.Tasks.Single().OccurrencesCompleted));
        Assert.Equal(0, new CompleteTask(RuleTable.Shipped).Reply(outcome.After, Complete).OccurrencesLeft);
    }

    [Fact]
    public void Completing_an_occurrence_moves_the_series_on_and_the_last_one_completes_it()
    {
        var given = Given.ActivePlan().Task(Given.Therapist, t =>
        {
            (t.Recurrence, t.DueDate, t.SeriesStart) = (new() { Times = 2, PeriodDays = 7, Periods = 1 }, "2026-03-02", "2026-03-02");
            t.Status = TaskStatus.InProgress;
        });
        var complete = new CompleteTaskRequest { TaskId = Given.TaskId };

        var first = given.When(new CompleteTask(RuleTable.Shipped), complete, Given.Therapist);
        first.Then(new PlanEvent { TaskOccurrenceCompleted = new() { TaskId = Given.TaskId, Occurrence = 1, NextDueDate = "2026-03-05" } });
        Assert.Equal((TaskStatus.Accepted, 1, "2026-03-05"), (first.After.Tasks[0].Status, first.After.Tasks[0].OccurrencesCompleted, first.After.Tasks[0].DueDate));
        Assert.Equal(1, new CompleteTask(RuleTable.Shipped).Reply(first.After, complete).OccurrencesLeft);

        given.Event(first.Events[0].Clone()).Event(new() { TaskStarted = new() { TaskId = Given.TaskId } });
        var last = given.When(new CompleteTask(RuleTable.Shipped), complete, Given.Therapist);
        last.Then(new PlanEvent { TaskCompleted = new() { TaskId = Given.TaskId } });
        Assert.Equal((TaskStatus.Completed, 2), (last.After.Tasks[0].Status, last.After.Tasks[0].OccurrencesCompleted));
        Assert.Equal(0, new CompleteTask(RuleTable.Shipped).Reply(last.After, complete).OccurrencesLeft);
    }

    [Fact]
    public void Only_the_assignee_completes()
    {
        Given.PlanWithTask(TaskStatus.InProgress).When(new CompleteTask(RuleTable.Shipped), Complete, Given.OtherTherapist).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.InProgress).When(new CompleteTask(RuleTable.Shipped), Complete, Given.Lead).ThenForbidden("NOT_THE_ASSIGNEE");
    }

    [Fact]
    public void Work_waits_while_the_plan_is_on_hold() => Given.PlanWithTask(TaskStatus.InProgress).Event(new() { PlanHeld = new() { Reason = "Flu." } })
        .When(new CompleteTask(RuleTable.Shipped), Complete, Given.Therapist).ThenRefused("plan.lifecycle");

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new CompleteTask(RuleTable.Shipped), Complete, Given.Therapist).ThenNotFound();
}
