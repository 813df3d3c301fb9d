using CareTeam.Cli.History;
using CareTeam.Cli.Rules;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Diagnostics;

/// <summary>Examinations, studies, blocks and conclusions as sentences.</summary>
internal static class DiagnosticsEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.ExamRecorded => $"Examined {Time(e.ExamRecorded.Exam?.ExaminedAt)}{Corrected(e.ExamRecorded.Exam?.CorrectionReason)}: {ExamSection.Abnormal(e.ExamRecorded.Exam?.Body)}"
            + RuleEventWords.Briefly(e.ExamRecorded.Exam?.Findings),
        Change.StudyOrdered => $"Ordered {e.StudyOrdered.Study?.Title()}{Because(e.StudyOrdered.Study?.ClinicalQuestion)}{RuleEventWords.Briefly(e.StudyOrdered.Study?.Findings)}",
        Change.StudyResulted => $"Result of {names.Of(e.StudyResulted.StudyId)}{Corrected(e.StudyResulted.Result?.CorrectionReason)}{Because(Outcome(e.StudyResulted.Result))}"
            + RuleEventWords.Briefly(e.StudyResulted.Result?.Findings),
        Change.StudyCancelled => $"Called off {names.Of(e.StudyCancelled.StudyId)}{Because(e.StudyCancelled.Reason)}",
        Change.DiagnosticBlockRecorded => Of(e.DiagnosticBlockRecorded.Block),
        Change.PainGeneratorConcluded => Of(e.PainGeneratorConcluded.PainGenerator),
        _ => null,
    };

    private static string Of(DiagnosticBlock? block) => block is null
        ? "Diagnostic block recorded"
        : $"{BlockWords.Of(block)} on {block.PerformedDate}{Corrected(block.CorrectionReason)}: {BlockWords.Relief(block)}; {BlockWords.Judged(block.Concordance, block.ReliefPercent, block.ThresholdPercent)}{RuleEventWords.Briefly(block.Findings)}";

    private static string Of(PainGenerator? generator) => generator is null
        ? "Pain generator concluded"
        : $"Pain generator, {Words(generator.Confidence)}: {BlockWords.Of(generator)}{Because(generator.Conclusion)}{RuleEventWords.Briefly(generator.Findings)}";

    private static string Outcome(StudyResult? result) => result is null ? "" : result.Impression
        + (result.Conclusions.Count == 0 ? "" : $" Signed: {string.Join("; ", result.Conclusions.Select(ResultWords.Of))}.");
}
