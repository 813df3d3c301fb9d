using CareTeam.Server.Tasks;

namespace CareTeam.Server.Team;

partial class TeamGrpc
{
    public override Task<AssignSupervisorResponse> AssignSupervisor(AssignSupervisorRequest request, ServerCallContext context) => pipeline.Send(request, context);
}

/// <summary>
/// The lead or a physician of the team names who supervises an assistant; two namings must not pass over each other. Also after the plan's end: late notes need it.
/// </summary>
public sealed class AssignSupervisor(ScopeOfPractice scope) : PlanCommand<AssignSupervisorRequest, AssignSupervisorResponse>, IMustSee<AssignSupervisorRequest>
{
    public override Permission Who => Permission.To(Capability.ManageTeam);

    protected override void Validate(AssignSupervisorRequest request, Violations violations)
    {
        violations.Required("person_id", request.PersonId);
        violations.Required("supervisor_person_id", request.SupervisorPersonId);
        violations.Text("reason", request.Reason, 2000, required: false);
    }

    public bool MustSee(AssignSupervisorRequest request, PlanEvent other) => other.SupervisorAssigned?.PersonId == request.PersonId;

    public override IEnumerable<PlanEvent> Decide(CarePlan plan, AssignSupervisorRequest request, Caller caller, Timestamp now)
    {
        var waiting = plan.Notes.Where(n => n.CosignatureDemand is not null && n.Author.PersonId == request.PersonId).ToList();
        var member = plan.CurrentMember(request.PersonId);
        var assistant = member?.Person.Role.IsAssistant() == true || waiting.Count == 0 ? member?.Person : waiting[0].Author;
        if (assistant is null) throw Fault.NotFound("member", request.PersonId);
        var supervisor = plan.SupervisorFor(assistant, request.SupervisorPersonId, scope);
        if (member?.SupervisorPersonId == supervisor.PersonId && waiting.All(n => n.CosignatureDemand.Supervisor?.PersonId == supervisor.PersonId)) yield break;
        yield return new PlanEvent { SupervisorAssigned = new() { PersonId = request.PersonId, SupervisorPersonId = supervisor.PersonId, Reason = request.Reason } };
        var asked = plan.Members.Where(m => m.Person.PersonId == request.PersonId).Select(m => m.SupervisionTaskId).ToHashSet();
        if (plan.HasEnded()) yield break;
        foreach (var task in plan.Tasks.Where(t => asked.Contains(t.TaskId) && (t.IsOpen() || t.Status == TaskStatus.Declined)))
            yield return new PlanEvent { TaskCompleted = new() { TaskId = task.TaskId, Outcome = "A supervisor is named." } };
    }
}
