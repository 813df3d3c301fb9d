using CareTeam.Cli.History;
using CareTeam.Cli.Rules;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Procedures;

/// <summary>Procedures as sentences.</summary>
internal static class ProcedureEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.ProcedureScheduled => $"{What(e.ProcedureScheduled.Procedure)} scheduled for {e.ProcedureScheduled.Procedure?.PlannedDate}"
            + Because(e.ProcedureScheduled.Procedure?.Indication?.Reason) + RuleEventWords.Briefly(e.ProcedureScheduled.Procedure?.Findings),
        Change.ProcedureRescheduled =>
            $"{names.Of(e.ProcedureRescheduled.ProcedureId)} moved to {e.ProcedureRescheduled.PlannedDate}{Because(e.ProcedureRescheduled.Reason)}{RuleEventWords.Briefly(e.ProcedureRescheduled.Findings)}",
        Change.ProcedureRecorded => Of(e.ProcedureRecorded, names),
        Change.ProcedureCancelled => $"{names.Of(e.ProcedureCancelled.ProcedureId)} cancelled{Because(e.ProcedureCancelled.Reason)}",
        Change.ProcedureFollowedUp => $"{names.Of(e.ProcedureFollowedUp.ProcedureId)} followed up{Corrected(e.ProcedureFollowedUp.FollowUp?.CorrectionReason)}: {ProcedureSection.Response(e.ProcedureFollowedUp.FollowUp)}",
        _ => null,
    };

    private static string Of(ProcedureRecorded recorded, PlanNames names) => recorded.Status == ProcedureStatus.Stopped
        ? $"{names.Of(recorded.ProcedureId)} stopped on {recorded.PerformedDate}{Corrected(recorded.CorrectionReason)}{Because(recorded.StatusReason)}{RuleEventWords.Briefly(recorded.Findings)}"
        : $"{names.Of(recorded.ProcedureId)} performed on {recorded.PerformedDate}, {recorded.Performed?.Place()}{Corrected(recorded.CorrectionReason)}{Because(recorded.Description)}"
          + (recorded.Complications.Length > 0 ? $" COMPLICATIONS: {recorded.Complications}" : "") + RuleEventWords.Briefly(recorded.Findings);

    private static string What(Procedure? procedure) => procedure is null ? "Procedure" : $"{procedure.Kind.Title()}, {procedure.Planned?.Place()}";
}
