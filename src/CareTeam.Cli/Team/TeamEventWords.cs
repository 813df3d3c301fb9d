using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Team;

/// <summary>The team's events as sentences.</summary>
internal static class TeamEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.MemberAdded => $"{NameAndRole(e.MemberAdded.Person)} joined the team{Under(e.MemberAdded.SupervisorPersonId, names)}",
        Change.SupervisorAssigned =>
            $"{names.Person(e.SupervisorAssigned.PersonId)} works{Under(e.SupervisorAssigned.SupervisorPersonId, names)} from now on{Because(e.SupervisorAssigned.Reason)}",
        Change.SupervisionEnded => $"{names.Person(e.SupervisionEnded.PersonId)} has no supervisor any more: {names.Person(e.SupervisionEnded.SupervisorPersonId)} left",
        Change.HandoverProposed => $"{Name(e.HandoverProposed.ProposedTo)} is asked to take the plan over{Because(e.HandoverProposed.Reason)}",
        Change.HandoverAccepted => $"{Name(e.HandoverAccepted.Lead)} accepts the hand-over and leads the plan",
        Change.HandoverDeclined => $"Hand-over declined{Because(e.HandoverDeclined.Reason)}",
        Change.HandoverWithdrawn => $"Hand-over taken back{Because(e.HandoverWithdrawn.Reason)}",
        Change.LeadTransferred => $"{Name(e.LeadTransferred.Lead)} leads the plan: the caseload was transferred{Because(e.LeadTransferred.Reason)}",
        Change.MembershipEnded => $"{names.Person(e.MembershipEnded.PersonId)} left the team{Because(e.MembershipEnded.Reason)}",
        _ => null,
    };

    private static string Under(string supervisorId, PlanNames names) => supervisorId.Length > 0 ? $" under {names.Person(supervisorId)}" : "";
}
