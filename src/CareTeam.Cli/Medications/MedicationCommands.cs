namespace CareTeam.Cli.Medications;

public static class MedicationCommands
{
    public static Command Group() => new("med", "Medication of a plan, and the facts that prescribing must know")
    {
        MedList.Command(),
        MedPrescribe.Command(),
        MedChange.Command(),
        MedTaper.Command(),
        MedStop.Command(),
        MedReport.Command(),
        MedFacts.Command(),
    };
}
