using CareTeam.Node.V1;
using CareTeam.Server.Live.Bells;

namespace CareTeam.Server.Live.Presence;

/// <summary>Takes announcements of this node's callers: onto the board here, and to the boards of the other nodes.</summary>
public sealed class PresenceDesk(PresenceBoard board, BellRope rope)
{
    public void Announce(string planId, string windowId, PresenceActivity activity, Caller caller)
    {
        var bell = new PresenceBell { Organization = caller.Organization, PlanId = planId, WindowId = windowId, Person = caller.Person, Activity = activity };
        rope.Tell(bell, isNews: board.Take(bell));
    }
}
