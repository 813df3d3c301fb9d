using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Team;

/// <summary>The team's events as sentences.</summary>
internal static class TeamEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.MemberAdded => $"{NameAndRole(e.MemberAdded.Person)} joined the team",
        Change.MembershipEnded => $"{names.Person(e.MembershipEnded.PersonId)} left the team{Because(e.MembershipEnded.Reason)}",
        _ => null,
    };
}
