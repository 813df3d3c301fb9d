using CareTeam.Cli.History;
using static CareTeam.Cli.CommandLine.Shown;
using Change = CareTeam.V1.PlanEvent.ChangeOneofCase;

namespace CareTeam.Cli.Medications;

/// <summary>Medications, allergies and facts as sentences.</summary>
internal static class MedicationEventWords
{
    public static string? Of(PlanEvent e, PlanNames names) => e.ChangeCase switch
    {
        Change.AllergyRecorded => $"Allergy: {MedicationWords.Of(e.AllergyRecorded.Allergy)}{Alerts(e.AllergyRecorded.Alerts, names)}",
        Change.AllergyRefuted => $"Allergy to {names.Of(e.AllergyRefuted.AllergyId)} refuted{Because(e.AllergyRefuted.Reason)}",
        Change.MedicationPrescribed => $"Prescribed {MedicationWords.Of(e.MedicationPrescribed.Medication)}{Until(e.MedicationPrescribed.Medication?.PlannedStopDate)}"
            + Because(e.MedicationPrescribed.Medication?.Indication) + Warnings(e.MedicationPrescribed.Medication?.Findings),
        Change.HomeMedicationReported => $"Takes from elsewhere: {MedicationWords.Of(e.HomeMedicationReported.Medication)}{Warnings(e.HomeMedicationReported.Medication?.Findings)}",
        Change.MedicationChanged => $"{names.Of(e.MedicationChanged.MedicationId)} changed to {MedicationWords.Amount(e.MedicationChanged.Dose, e.MedicationChanged.Frequency)}"
            + Until(e.MedicationChanged.PlannedStopDate) + Because(e.MedicationChanged.Reason) + Warnings(e.MedicationChanged.Findings),
        Change.MedicationTapered => $"{names.Of(e.MedicationTapered.MedicationId)} tapered: {string.Join(", ", e.MedicationTapered.Steps.Select(MedicationWords.Step))}"
            + Until(e.MedicationTapered.PlannedStopDate) + Because(e.MedicationTapered.Reason),
        Change.MedicationStopped => $"{names.Of(e.MedicationStopped.MedicationId)} stopped on {e.MedicationStopped.StoppedDate}{Because(e.MedicationStopped.Reason)}",
        Change.SafetyFactsRecorded => $"Known now: {string.Join(", ", e.SafetyFactsRecorded.Facts.Select(MedicationWords.Of))}{Alerts(e.SafetyFactsRecorded.Alerts, names)}",
        _ => null,
    };

    private static string Until(string? day) => string.IsNullOrEmpty(day) ? "" : $" until {day}";

    private static string Warnings(IReadOnlyList<RuleFinding>? findings) =>
        findings is not { Count: > 0 } ? "" : $" [{string.Join("; ", findings.Select(f => f.Override is null ? f.RuleId : $"{f.RuleId} overridden"))}]";

    private static string Alerts(IReadOnlyList<MedicationAlert> alerts, PlanNames names) => string.Concat(alerts.Where(a => a.Findings.Count > 0).Select(a => $" {names.Of(a.MedicationId)}:{Warnings(a.Findings)}"));
}
