namespace CareTeam.Cli.Team;

public static class HandoverCommands
{
    public static Command Group() => new("handover", "The lead of a plan: proposed to a physician of the team, accepted or declined") { Propose(), Accept(), Decline() };

    private static Command Propose()
    {
        var to = TextOption.Required("--to", "Member who shall lead the plan", "person");
        var reason = TextOption.Required("--reason", "Why");
        var id = IdOption.New("--handover-id", "hand-over");
        return new Command("propose", "Ask a physician of the team to take the plan over; until they accept, nothing changes (the lead)") { to, reason, id }
            .SendsOnPlan("Hand-over proposed.", parse => new ProposeHandoverRequest { HandoverId = parse.GetValue(id), PersonId = parse.GetValue(to), Reason = parse.GetValue(reason) });
    }

    private static Command Accept()
    {
        var id = Pending();
        return new Command("accept", "Take the plan over; from then on you lead it (who was asked)") { id }
            .SendsOnPlan("Plan taken over.", parse => new AcceptHandoverRequest { HandoverId = parse.GetValue(id) });
    }

    private static Command Decline()
    {
        var reason = TextOption.Required("--reason", "Why");
        var id = Pending();
        return new Command("decline", "Decline to take the plan over (who was asked), or take the proposal back (the lead)") { reason, id }
            .SendsOnPlan("Hand-over declined.", parse => new DeclineHandoverRequest { HandoverId = parse.GetValue(id), Reason = parse.GetValue(reason) });
    }

    private static Option<string> Pending() => IdOption.Of("--handover", "hand-over (default: the one that waits for an answer)");
}
