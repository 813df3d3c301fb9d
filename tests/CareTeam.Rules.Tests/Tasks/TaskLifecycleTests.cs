using CareTeam.Server.Tasks;

namespace CareTeam.Rules.Tests.Tasks;

public sealed class TaskLifecycleTests
{
    private static readonly AcceptTaskRequest Accept = new() { TaskId = Given.TaskId };
    private static readonly StartTaskRequest Start = new() { TaskId = Given.TaskId };
    private static readonly CompleteTaskRequest Complete = new() { TaskId = Given.TaskId, Outcome = "Done." };
    private static readonly DeclineTaskRequest Decline = new() { TaskId = Given.TaskId, Reason = "Full." };
    private static readonly CancelTaskRequest Cancel = new() { TaskId = Given.TaskId, Reason = "Off." };

    /// <summary>From each status, what its assignee (for cancelling: the lead) may do; everything else is refused, or is already so.</summary>
    public static TheoryData<TaskStatus, string, string> Steps() => new()
    {
        { TaskStatus.Requested, "accept", "Accepted" }, { TaskStatus.Requested, "start", "task.lifecycle" }, { TaskStatus.Requested, "complete", "task.lifecycle" },
        { TaskStatus.Requested, "decline", "Declined" }, { TaskStatus.Requested, "cancel", "Cancelled" },
        { TaskStatus.Accepted, "accept", "already" }, { TaskStatus.Accepted, "start", "InProgress" }, { TaskStatus.Accepted, "complete", "task.lifecycle" },
        { TaskStatus.Accepted, "decline", "Declined" }, { TaskStatus.Accepted, "cancel", "Cancelled" },
        { TaskStatus.InProgress, "accept", "task.lifecycle" }, { TaskStatus.InProgress, "start", "already" }, { TaskStatus.InProgress, "complete", "Completed" },
        { TaskStatus.InProgress, "decline", "task.lifecycle" }, { TaskStatus.InProgress, "cancel", "Cancelled" },
        { TaskStatus.Completed, "accept", "task.lifecycle" }, { TaskStatus.Completed, "start", "task.lifecycle" }, { TaskStatus.Completed, "complete", "already" },
        { TaskStatus.Completed, "decline", "task.lifecycle" }, { TaskStatus.Completed, "cancel", "task.lifecycle" },
        { TaskStatus.Cancelled, "accept", "task.lifecycle" }, { TaskStatus.Cancelled, "start", "task.lifecycle" }, { TaskStatus.Cancelled, "complete", "task.lifecycle" },
        { TaskStatus.Cancelled, "decline", "task.lifecycle" }, { TaskStatus.Cancelled, "cancel", "already" },
        { TaskStatus.Declined, "accept", "task.lifecycle" }, { TaskStatus.Declined, "start", "task.lifecycle" }, { TaskStatus.Declined, "complete", "task.lifecycle" },
        { TaskStatus.Declined, "decline", "already" }, { TaskStatus.Declined, "cancel", "Cancelled" },
    };

    [Theory, MemberData(nameof(Steps))]
    public void Every_step_from_every_status_is_allowed_or_refused(TaskStatus from, string step, string leadsTo)
    {
        var given = Given.PlanWithTask(from);
        var outcome = step switch
        {
            "accept" => given.When(new AcceptTask(), Accept, Given.Therapist),
            "start" => given.When(new StartTask(), Start, Given.Therapist),
            "complete" => given.When(new CompleteTask(), Complete, Given.Therapist),
            "decline" => given.When(new DeclineTask(), Decline, Given.Therapist),
            _ => given.When(new CancelTask(), Cancel, Given.Lead),
        };
        if (leadsTo == "already") outcome.ThenNothing();
        else if (leadsTo.Contains('.', StringComparison.Ordinal)) outcome.ThenRefused(leadsTo);
        else Assert.Equal(leadsTo, outcome.After.Tasks.Single().Status.ToString());
    }

    [Fact]
    public void Only_the_assignee_accepts_declines_starts_and_completes()
    {
        Given.PlanWithTask(TaskStatus.Requested).When(new AcceptTask(), Accept, Given.OtherTherapist).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.Requested).When(new DeclineTask(), Decline, Given.Lead).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.Accepted).When(new StartTask(), Start, Given.Lead).ThenForbidden("NOT_THE_ASSIGNEE");
        Given.PlanWithTask(TaskStatus.InProgress).When(new CompleteTask(), Complete, Given.OtherTherapist).ThenForbidden("NOT_THE_ASSIGNEE");
    }

    [Fact]
    public void A_task_of_the_whole_team_is_taken_on_by_anyone_of_its_discipline()
    {
        var given = Given.ActivePlan().Task(assignee: null);
        Assert.Equal(Given.OtherTherapist, given.When(new AcceptTask(), Accept, Given.OtherTherapist).After.Tasks.Single().Assignee);
        given.When(new AcceptTask(), Accept, Given.Psychologist).ThenForbidden("NOT_OF_THE_DISCIPLINE");
        given.When(new AcceptTask(), Accept, Given.Patient).ThenForbidden("NOT_A_CLINICIAN_OF_THE_TEAM");
    }

    [Fact]
    public void A_task_of_no_discipline_is_taken_on_by_any_clinician()
    {
        var given = Given.ActivePlan().Task(null, t => t.Discipline = Discipline.Unspecified);
        Assert.Equal(Given.Psychologist, given.When(new AcceptTask(), Accept, Given.Psychologist).After.Tasks.Single().Assignee);
    }

    [Theory]
    [InlineData(TaskStatus.Accepted, false)]
    [InlineData(TaskStatus.InProgress, false)]
    [InlineData(TaskStatus.Declined, false)]
    [InlineData(TaskStatus.Completed, true)]
    [InlineData(TaskStatus.Cancelled, true)]
    public void A_task_starts_once_what_it_depends_on_is_completed_or_cancelled(TaskStatus other, bool starts)
    {
        var given = Given.PlanWithTask(TaskStatus.Accepted).Event(new()
        {
            TaskAdded = new() { Task = new() { TaskId = Given.OtherTaskId, Title = "MRI", Status = other } },
        });
        var waiting = given.Plan.Tasks[0].Clone();
        waiting.TaskId = "0190c0de-0000-7000-8000-000000000099";
        waiting.DependsOn.Add(Given.OtherTaskId);
        var outcome = given.Event(new() { TaskAdded = new() { Task = waiting } }).When(new StartTask(), new() { TaskId = waiting.TaskId }, Given.Therapist);
        if (starts) outcome.Then(new PlanEvent { TaskStarted = new() { TaskId = waiting.TaskId } });
        else outcome.ThenRefused("task.dependencies-done");
    }

    [Fact]
    public void Work_waits_while_the_plan_is_on_hold()
    {
        Given.PlanWithTask(TaskStatus.Accepted).Event(new() { PlanHeld = new() { Reason = "Flu." } })
            .When(new StartTask(), Start, Given.Therapist).ThenRefused("plan.lifecycle");
        Given.PlanWithTask(TaskStatus.InProgress).Event(new() { PlanHeld = new() { Reason = "Flu." } })
            .When(new CompleteTask(), Complete, Given.Therapist).ThenRefused("plan.lifecycle");
    }

    [Fact]
    public void Only_lead_and_requester_cancel()
    {
        Given.PlanWithTask(TaskStatus.Requested).When(new CancelTask(), Cancel, Given.Therapist).ThenForbidden("NOT_LEAD_OR_REQUESTER");
        Given.ActivePlan().Task(null, t => t.Requester = Given.OtherTherapist).When(new CancelTask(), Cancel, Given.OtherTherapist)
            .Then(new PlanEvent { TaskCancelled = new() { TaskId = Given.TaskId, Reason = "Off." } });
    }
}
