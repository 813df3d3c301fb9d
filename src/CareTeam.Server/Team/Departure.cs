using System.Globalization;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Tasks;

namespace CareTeam.Server.Team;

/// <summary>
/// The end of a membership, with all that hangs on it. It is never held up for want of a successor: who leaves must lose sight of the patient at once. What they
/// leave behind is made safe instead: tasks are the team's again, and a safety review the lead's, a hand-over to them is off, and assistants whom they supervised may not treat until the lead,
/// who gets an urgent task, has named somebody.
/// </summary>
public static class Departure
{
    public static IEnumerable<PlanEvent> Events<TResponse>(ICommand<TResponse> request, RuleTable rules, CarePlan plan, Person requester, string personId, string reason, Timestamp now)
    {
        foreach (var task in plan.Tasks.Where(t => t.IsOpen() && t.Assignee?.PersonId == personId))
        {
            const string left = "The assignee left the team.";
            yield return SafetyReviewDues.IsReview(task) ? SafetyReviewDues.ToTheLead(plan, task, left) : new PlanEvent { TaskReassigned = new() { TaskId = task.TaskId, Reason = left } };
        }
        foreach (var assistant in plan.AssistantsOf(personId))
            foreach (var e in Unsupervised(assistant, plan.HasEnded() ? "" : ChosenId.Of(request, $"supervisor of {assistant.PersonId}"))) yield return e;
        if (plan.PendingHandover?.ProposedTo.PersonId == personId)
            foreach (var e in HandoverState.Withdrawn(plan, "Who was asked left the team.")) yield return e;
        yield return new PlanEvent { MembershipEnded = new() { PersonId = personId, Until = now, Reason = reason } };

        IEnumerable<PlanEvent> Unsupervised(Person assistant, string taskId)
        {
            yield return new PlanEvent { SupervisionEnded = new() { PersonId = assistant.PersonId, SupervisorPersonId = personId, TaskId = taskId } };
            if (taskId.Length == 0) yield break;
            yield return new PlanEvent
            {
                TaskAdded = new()
                {
                    Task = new()
                    {
                        TaskId = taskId,
                        Title = $"Name a supervisor for {assistant.Name}",
                        Description = "The supervisor left the team. Until somebody else is named, the assistant may not treat, and nobody is asked to co-sign their notes.",
                        Discipline = Discipline.PhysicalMedicine,
                        Kind = TaskKind.Administrative,
                        Priority = TaskPriority.Urgent,
                        Status = TaskStatus.Requested,
                        Assignee = plan.Lead,
                        Requester = requester,
                        DueDate = rules.Day(plan.Coverage, now).Iso(),
                    },
                },
            };
        }
    }
}
