using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class AcceptTaskTests
{
    private static readonly AcceptTaskRequest Accept = new() { TaskId = Given.TaskId };

    [Fact]
    public void Only_the_assignee_accepts_a_task_that_has_one()
    {
        Given.PlanWithTask(TaskStatus.Requested).When(new AcceptTask(RuleTable.Shipped), Accept, Given.OtherTherapist).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.Requested).When(new AcceptTask(RuleTable.Shipped), Accept, Given.Therapist)
            .Then(new PlanEvent { TaskAccepted = new() { TaskId = Given.TaskId, Assignee = Given.Therapist } });
    }

    [Fact]
    public void A_task_of_the_whole_team_is_taken_on_by_anyone_of_its_discipline()
    {
        var given = Given.ActivePlan().Task(assignee: null);
        Assert.Equal(Given.OtherTherapist, given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.OtherTherapist).After.Tasks.Single().Assignee);
        given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.Psychologist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
    }

    [Fact]
    public void A_task_of_no_discipline_is_taken_on_by_any_clinician()
    {
        var given = Given.ActivePlan().Task(null, t => t.Discipline = Discipline.Unspecified);
        Assert.Equal(Given.Psychologist, given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.Psychologist).After.Tasks.Single().Assignee);
    }

    [Fact]
    public void What_somebody_took_on_is_not_accepted_by_another() =>
        Given.PlanWithTask(TaskStatus.Accepted).When(new AcceptTask(RuleTable.Shipped), Accept, Given.OtherTherapist).ThenRefused("task.lifecycle");

    /// <summary>As an import brings it: in progress, and nobody of the team has it.</summary>
    [Theory]
    [InlineData(TaskStatus.Accepted)]
    [InlineData(TaskStatus.InProgress)]
    public void What_is_under_way_and_nobodys_is_taken_on_as_it_is(TaskStatus status)
    {
        var after = Given.ActivePlan().Task(null, t => t.Status = status).When(new AcceptTask(RuleTable.Shipped), Accept, Given.Therapist).After.Tasks.Single();
        Assert.Equal((status, Given.Therapist), (after.Status, after.Assignee));
    }

    [Fact]
    public void An_accepted_task_drops_the_reason_it_was_handed_over_for()
    {
        var given = Given.PlanWithTask(TaskStatus.Requested).Event(new() { TaskReassigned = new() { TaskId = Given.TaskId, Assignee = Given.OtherTherapist, Reason = "Vacation." } });
        Assert.Equal("Vacation.", given.Plan.Tasks.Single().StatusReason);
        Assert.Equal("", given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.OtherTherapist).After.Tasks.Single().StatusReason);
    }

    [Fact]
    public void A_task_that_is_not_there_is_not_found() => Given.ActivePlan().When(new AcceptTask(RuleTable.Shipped), Accept, Given.Therapist).ThenNotFound();

    [Fact]
    public void Nothing_is_accepted_in_a_plan_that_has_ended() => Given.PlanWithTask(TaskStatus.Declined).Event(new() { PlanCompleted = new() { Summary = "Back at work." } })
        .When(new AcceptTask(RuleTable.Shipped), Accept, Given.Therapist).ThenRefused("plan.not-ended");
}
