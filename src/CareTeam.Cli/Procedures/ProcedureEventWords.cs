using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Procedures;

/// <summary>Procedures, blocks and conclusions as sentences.</summary>
internal static class ProcedureEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.DiagnosticBlockRecorded => Of(e.DiagnosticBlockRecorded.Block),
        Change.PainGeneratorConcluded => Of(e.PainGeneratorConcluded.PainGenerator),
        Change.ProcedureScheduled => $"{What(e.ProcedureScheduled.Procedure)} scheduled for {e.ProcedureScheduled.Procedure?.PlannedDate}"
            + Because(e.ProcedureScheduled.Procedure?.Indication?.Reason) + Warnings(e.ProcedureScheduled.Procedure?.Findings),
        Change.ProcedureRescheduled =>
            $"{names.Of(e.ProcedureRescheduled.ProcedureId)} moved to {e.ProcedureRescheduled.PlannedDate}{Because(e.ProcedureRescheduled.Reason)}{Warnings(e.ProcedureRescheduled.Findings)}",
        Change.ProcedureRecorded => Of(e.ProcedureRecorded, names),
        Change.ProcedureCancelled => $"{names.Of(e.ProcedureCancelled.ProcedureId)} cancelled{Because(e.ProcedureCancelled.Reason)}",
        Change.ProcedureFollowedUp => $"{names.Of(e.ProcedureFollowedUp.ProcedureId)} followed up: {ProcedureSection.Response(e.ProcedureFollowedUp.FollowUp)}",
        _ => null,
    };

    private static string Of(DiagnosticBlock? block) => block is null
        ? "Diagnostic block recorded"
        : $"{BlockWords.Of(block)} on {block.PerformedDate}: {BlockWords.Relief(block)}; {BlockWords.Judged(block.Concordance, block.ReliefPercent, block.ThresholdPercent)}{Warnings(block.Findings)}";

    private static string Of(PainGenerator? generator) => generator is null
        ? "Pain generator concluded"
        : $"Pain generator, {Words(generator.Confidence)}: {BlockWords.Of(generator)}{Because(generator.Conclusion)}{Warnings(generator.Findings)}";

    private static string Of(ProcedureRecorded recorded, PlanNames names) => recorded.Status == ProcedureStatus.Stopped
        ? $"{names.Of(recorded.ProcedureId)} stopped on {recorded.PerformedDate}{Because(recorded.StatusReason)}{Warnings(recorded.Findings)}"
        : $"{names.Of(recorded.ProcedureId)} performed on {recorded.PerformedDate}, {recorded.Performed?.Place()}{Because(recorded.Description)}"
          + (recorded.Complications.Length > 0 ? $" COMPLICATIONS: {recorded.Complications}" : "") + Warnings(recorded.Findings);

    private static string What(Procedure? procedure) => procedure is null ? "Procedure" : $"{procedure.Kind.Title()}, {procedure.Planned?.Place()}";

    private static string Warnings(IReadOnlyList<RuleFinding>? findings) =>
        findings is not { Count: > 0 } ? "" : $" [{string.Join("; ", findings.Select(f => f.Override is null ? f.RuleId : $"{f.RuleId} overridden"))}]";
}
