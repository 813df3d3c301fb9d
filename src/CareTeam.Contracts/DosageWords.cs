using System.Globalization;
using CareTeam.V1;

namespace CareTeam;

/// <summary>How much of a medication is taken, and how often, as a prescription says it.</summary>
public static class DosageWords
{
    /// <summary>250 mg twice a day.</summary>
    public static string Words(MedicationDose? dose, MedicationFrequency? frequency) => string.Join(' ', new[] { dose.Words(), frequency.Words() }.Where(w => w.Length > 0));

    public static string Words(this MedicationDose? dose) => dose is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{dose.Value:0.###} {dose.Unit.Trim('{', '}', '[', ']')}");

    public static string Words(this MedicationFrequency? frequency)
    {
        if (frequency is null) return "";
        var regularly = frequency.TimingCase switch
        {
            MedicationFrequency.TimingOneofCase.TimesADay => frequency.TimesADay switch { 1 => "once a day", 2 => "twice a day", var n => $"{n} times a day" },
            MedicationFrequency.TimingOneofCase.EveryHours => frequency.EveryHours == 1 ? "every hour" : $"every {frequency.EveryHours} hours",
            _ => "",
        };
        return frequency.AsNeeded ? $"{regularly}{(regularly.Length > 0 ? " " : "")}as needed, at most {frequency.MaxDosesADay} a day" : regularly;
    }

    public static string Words(this MedicationTaperStep step) => $"{Words(step.Dose, step.Frequency)} from {step.StartDate}";
}
