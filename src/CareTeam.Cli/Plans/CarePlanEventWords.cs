using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Plans;

/// <summary>The plan's own events, its diagnoses, goals and red flags, as sentences.</summary>
internal static class CarePlanEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.PlanCreated => $"Plan \"{e.PlanCreated.Title}\" opened for {e.PlanCreated.Patient?.Name}, led by {Name(e.PlanCreated.Lead)}{From(e.PlanCreated.Source)}",
        Change.PlanActivated => "Plan activated",
        Change.PlanHeld => $"Plan put on hold{Because(e.PlanHeld.Reason)}",
        Change.PlanResumed => "Plan resumed",
        Change.PlanCompleted => $"Plan completed{Because(e.PlanCompleted.Summary)}",
        Change.PlanRevoked => $"Plan revoked{Because(e.PlanRevoked.Reason)}",
        Change.DiagnosisRevised => $"Diagnosis {GoalWords.Code(e.DiagnosisRevised.Diagnosis)} revised: {Revised(e.DiagnosisRevised.Diagnosis)}{Because(e.DiagnosisRevised.Diagnosis?.RevisionReason)}",
        Change.DiagnosisAdded => $"Diagnosis {GoalWords.Code(e.DiagnosisAdded.Diagnosis)}",
        Change.GoalAdded => $"Goal set: {GoalWords.Of(e.GoalAdded.Goal)}",
        Change.GoalRevised => $"Goal revised: {GoalWords.Of(e.GoalRevised.Goal)}{Because(e.GoalRevised.Reason)}",
        Change.GoalClosed => $"Goal {names.Of(e.GoalClosed.GoalId)} closed as {Words(e.GoalClosed.Status)}{Because(e.GoalClosed.Reason)}",
        Change.RedFlagRaised => $"RED FLAG {Words(e.RedFlagRaised.Kind)}{Because(e.RedFlagRaised.Finding)}",
        Change.RedFlagResolved => $"Red flag {names.Of(e.RedFlagResolved.RedFlagId)} resolved{Because(e.RedFlagResolved.Resolution)}",
        Change.CoverageRecorded => $"Coverage: payer {Known(e.CoverageRecorded.Coverage?.Payer)}, region {Known(e.CoverageRecorded.Coverage?.Region)}",
        _ => null,
    };

    private static string Revised(Diagnosis? diagnosis) => diagnosis is null ? ""
        : string.Join(", ", new[] { Words(diagnosis.Verification), diagnosis.OnsetDate.Length > 0 ? $"since {diagnosis.OnsetDate}" : "onset not known" }.Where(w => w.Length > 0));

    private static string Known(string? word) => string.IsNullOrEmpty(word) ? "unknown" : word;

    private static string From(string source) => source.Length > 0 ? $", imported from {source}" : "";
}
