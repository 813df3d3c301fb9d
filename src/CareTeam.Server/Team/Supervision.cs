namespace CareTeam.Server.Team;

/// <summary>Who supervises whom.</summary>
public static class Supervision
{
    /// <summary>The member who shall supervise an assistant. Throws Refused when there is no such member, or their role or discipline does not fit.</summary>
    public static Person SupervisorFor(this CarePlan plan, Person assistant, string supervisorId, ScopeOfPractice scope)
    {
        if (!assistant.Role.IsAssistant())
            throw Fault.Refused("team.assistant-supervised", $"person/{assistant.PersonId}", "Only a therapy assistant has a supervisor.");
        return plan.CurrentMember(supervisorId)?.Person is { } supervisor && supervisor.MaySupervise(assistant, scope)
            ? supervisor
            : throw Fault.Refused("team.supervisor-fits", $"person/{supervisorId}",
                $"The supervisor must be a member of the team, of {assistant.Role.Discipline().ToWords()}, who may supervise assistants ({MaySupervise(scope)}).");
    }

    private static string MaySupervise(ScopeOfPractice scope) => string.Join(", ", scope[Capability.SuperviseAssistants].Roles.Select(r => r.ToWords()));

    public static bool MaySupervise(this Person supervisor, Person assistant, ScopeOfPractice scope) =>
        scope.May(supervisor.Role, Capability.SuperviseAssistants) && supervisor.Role.Discipline() == assistant.Role.Discipline() && supervisor.PersonId != assistant.PersonId;

    /// <summary>The assistants who have this supervisor: members, and those who left while notes of theirs wait for a co-signature.</summary>
    public static IReadOnlyList<Person> AssistantsOf(this CarePlan plan, string supervisorId) =>
    [
        .. plan.Members.Where(m => m.Until is null && m.SupervisorPersonId == supervisorId).Select(m => m.Person)
            .Concat(plan.Notes.Where(n => n.CosignatureDemand?.Supervisor?.PersonId == supervisorId).Select(n => n.Author))
            .DistinctBy(p => p.PersonId),
    ];
}
