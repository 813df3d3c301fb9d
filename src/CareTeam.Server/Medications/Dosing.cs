using System.Globalization;

namespace CareTeam.Server.Medications;

/// <summary>How much of a medication is taken on a day, at most, and on which days.</summary>
public static class Dosing
{
    public static readonly IReadOnlyList<string> Units = ["mg", "ug", "g", "mL", "[IU]", "ug/h", "[drp]", "{tablet}", "{patch}", "{application}", "{puff}"];

    private const string PatchUnit = "ug/h";

    /// <summary>Taken on some day of a period, as far as is planned. A planned stop that has passed is a stop, recorded or not.</summary>
    public static bool IsTakenBetween(this Medication medication, DateOnly from, DateOnly? to) =>
        medication.Status == MedicationStatus.Active
        && (Dates.Known(medication.PlannedStopDate) is not { } last || last >= from)
        && (to is null || Dates.Known(medication.StartDate) is not { } first || first <= to);

    public static bool IsTakenOn(this Medication medication, DateOnly day) => medication.IsTakenBetween(day, day);

    /// <summary>Was taken on a day that is over, also when it was stopped since.</summary>
    public static bool WasTakenOn(this Medication medication, DateOnly day)
    {
        if (medication.Status != MedicationStatus.Stopped) return medication.IsTakenOn(day);
        var days = new[] { Dates.Known(medication.StoppedDate), Dates.Known(medication.PlannedStopDate) };
        return days.All(last => last is null || last >= day) && (Dates.Known(medication.StartDate) is not { } first || first <= day);
    }

    public static decimal DosesADay(this MedicationFrequency frequency) =>
        frequency.AsNeeded ? frequency.MaxDosesADay : frequency.TimingCase == MedicationFrequency.TimingOneofCase.EveryHours ? 24m / frequency.EveryHours : frequency.TimesADay;

    /// <summary>In the dose's own unit; null when nobody knows. A patch gives so many micrograms an hour however often it is changed.</summary>
    public static decimal? DailyAmount(MedicationDose? dose, MedicationFrequency? frequency) =>
        dose is null ? null : dose.Unit == PatchUnit ? (decimal)dose.Value : frequency is null ? null : (decimal)dose.Value * frequency.DosesADay();

    /// <summary>Null when the dose is not by weight.</summary>
    public static decimal? DailyMilligrams(this Medication medication, DateOnly day)
    {
        var (dose, frequency) = medication.DoseOn(day);
        return DailyAmount(dose, frequency) * dose?.Unit switch { "mg" => 1m, "g" => 1_000m, "ug" => 0.001m, _ => null };
    }

    /// <summary>Morphine milligram equivalents of an opioid; null when there is no factor for it, or its dose is not known.</summary>
    public static decimal? DailyMme(this Drug drug, DateOnly day)
    {
        var opioid = drug.Ingredients.FirstOrDefault(i => i.Class == MedicationClass.Opioid);
        return drug.Medication.DoseOn(day) is ({ Unit: PatchUnit } patch, _) ? (decimal)patch.Value * opioid?.MmePerUgHour : drug.Medication.DailyMilligrams(day) * opioid?.MmePerMg;
    }

    /// <summary>The dose that the newest step of a taper before that day says, or the prescribed one.</summary>
    public static (MedicationDose? Dose, MedicationFrequency? Frequency) DoseOn(this Medication medication, DateOnly day) =>
        medication.StepOn(day) is { } step ? (step.Dose, step.Frequency) : (medication.Dose, medication.Frequency);

    /// <summary>The newest step of a taper that has begun by that day.</summary>
    public static MedicationTaperStep? StepOn(this Medication medication, DateOnly day) => medication.Taper.LastOrDefault(s => Dates.Known(s.StartDate) <= day);
}
