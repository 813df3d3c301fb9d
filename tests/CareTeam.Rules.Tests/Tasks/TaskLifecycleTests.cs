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
            "accept" => given.When(new AcceptTask(RuleTable.Shipped), Accept, Given.Therapist),
            "start" => given.When(new StartTask(RuleTable.Shipped), Start, Given.Therapist),
            "complete" => given.When(new CompleteTask(RuleTable.Shipped), Complete, Given.Therapist),
            "decline" => given.When(new DeclineTask(), Decline, Given.Therapist),
            _ => given.When(new CancelTask(), Cancel, Given.Lead),
        };
        if (leadsTo == "already") outcome.ThenNothing();
        else if (leadsTo.Contains('.', StringComparison.Ordinal)) outcome.ThenRefused(leadsTo);
        else Assert.Equal(leadsTo, outcome.After.Tasks.Single().Status.ToString());
    }
}
