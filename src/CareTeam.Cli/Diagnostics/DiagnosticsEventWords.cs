using CareTeam.Cli.History;
using CareTeam.Cli.Rules;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Diagnostics;

/// <summary>Examinations and studies as sentences.</summary>
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
        _ => null,
    };

    private static string Outcome(StudyResult? result) => result is null ? "" : result.Impression
        + (result.Conclusions.Count == 0 ? "" : $" Signed: {string.Join("; ", result.Conclusions.Select(ResultWords.Of))}.");

    private static string Corrected(string? reason) => string.IsNullOrEmpty(reason) ? "" : $", corrected ({reason})";
}
