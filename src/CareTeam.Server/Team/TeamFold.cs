using Google.Protobuf;

namespace CareTeam.Server.Team;

/// <summary>What the team's events do to a plan.</summary>
public static class TeamFold
{
    public static bool Apply(CarePlan plan, PlanEvent e, IMessage change)
    {
        switch (change)
        {
            case MemberAdded c: plan.Members.Add(new Member { Person = c.Person, Since = c.Since }); break;
            case MembershipEnded c: plan.Members.Change(m => m.Until is null && m.Person.PersonId == c.PersonId, m => m.Until = c.Until); break;
            default: return false;
        }
        return true;
    }
}
