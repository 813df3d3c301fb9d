using CareTeam.Server.Notes;
using Google.Protobuf;

namespace CareTeam.Server.Team;

/// <summary>What the team's events do to a plan. With a supervisor, the co-signatures change hands that are awaited for the assistant's notes.</summary>
public static class TeamFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case MemberAdded c: Add(plan, c); break;
            case MembershipEnded c: plan.Members.Change(m => m.Until is null && m.Person.PersonId == c.PersonId, m => m.Until = c.Until); break;
            case SupervisorAssigned c: Supervise(plan, c.PersonId, c.SupervisorPersonId, replaces: _ => true, taskId: ""); break;
            case SupervisionEnded c: Supervise(plan, c.PersonId, "", replaces: s => s.Length == 0 || s == c.SupervisorPersonId, c.TaskId); break;
            case HandoverProposed c: plan.PendingHandover = Proposed(e, c); break;
            case HandoverAccepted c: (plan.Lead, plan.PendingHandover) = (c.Lead, null); break;
            case HandoverDeclined or HandoverWithdrawn: plan.PendingHandover = null; break;
            case LeadTransferred c: plan.Lead = c.Lead; break;
            default: return false;
        }
        return true;
    }

    private static void Add(CarePlan plan, MemberAdded added)
    {
        plan.Members.Add(new Member { Person = added.Person, Since = added.Since });
        if (added.SupervisorPersonId.Length > 0) Supervise(plan, added.Person.PersonId, added.SupervisorPersonId, replaces: _ => true, taskId: "");
    }

    /// <summary>Gives the assistant's last membership, and their notes that wait for a co-signature, another supervisor or none, in place of certain ones.</summary>
    private static void Supervise(CarePlan plan, string assistantId, string supervisorId, Predicate<string> replaces, string taskId)
    {
        var member = plan.Members.LastOrDefault(m => m.Person.PersonId == assistantId && m.Person.Role.IsAssistant());
        if (member is not null && replaces(member.SupervisorPersonId))
            plan.Members.Change(m => ReferenceEquals(m, member), m => (m.SupervisorPersonId, m.SupervisionTaskId) = (supervisorId, taskId));
        plan.PassOnCosignatures(assistantId, replaces, plan.Members.LastOrDefault(m => m.Person.PersonId == supervisorId)?.Person);
    }

    private static Handover Proposed(PlanEvent e, HandoverProposed proposed) => new()
    {
        HandoverId = proposed.HandoverId,
        ProposedBy = e.Actor,
        ProposedTo = proposed.ProposedTo,
        Reason = proposed.Reason,
        ProposedAt = e.RecordedAt,
    };
}
