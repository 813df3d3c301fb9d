namespace CareTeam.Server.Medications;

/// <summary>What must hold for a dose, a frequency and a drug's name, whoever writes them.</summary>
internal static class MedicationForm
{
    private const double LargestDose = 100_000;
    private const int LongestName = 200;
    private const int MostTimesADay = 24;
    private const int MostHours = 168;

    public static void CheckDrug(string name, MedicationClass medicationClass, string rxNorm, Violations violations)
    {
        violations.Text("name", name, LongestName);
        RxNorm.Check("rxnorm_code", rxNorm, violations);
        if (name.Length > LongestName) return;
        var known = MedicationCatalog.In(name);
        if (known.Count == 0 && medicationClass == MedicationClass.Unspecified) violations.Add("medication_class", "is required: the catalog does not know the name");
        if (known.Count > 0 && medicationClass != MedicationClass.Unspecified && !known.Any(i => i.Classes.Contains(medicationClass)))
            violations.Add("medication_class", $"is {medicationClass.ToWords()}; {name} is {string.Join(" or ", known.SelectMany(i => i.Classes).Distinct().Select(c => c.ToWords()))}");
        if (MedicationCatalog.Of(rxNorm) is not { } coded) return;
        if (known.Count > 0 && !known.Contains(coded)) violations.Add("rxnorm_code", $"is the code of {coded.Name}");
        // A brand that the catalog does not know may be of it; then the class says whether it can be.
        if (known.Count == 0 && medicationClass != MedicationClass.Unspecified && !coded.Classes.Contains(medicationClass))
            violations.Add("rxnorm_code", $"is the code of {coded.Name}, {string.Join(" or ", coded.Classes.Select(c => c.ToWords()))}, and the class is {medicationClass.ToWords()}");
    }

    public static void CheckDose(string field, MedicationDose? dose, Violations violations, bool required)
    {
        if (dose is null)
        {
            if (required) violations.Add(field, "is required");
            return;
        }
        if (!(dose.Value > 0 && dose.Value <= LargestDose)) violations.Add($"{field}.value", $"must be above 0, and at most {LargestDose}");
        if (!Dosing.Units.Contains(dose.Unit)) violations.Add($"{field}.unit", $"must be one of {string.Join(", ", Dosing.Units)}");
    }

    public static void CheckFrequency(string field, MedicationFrequency? frequency, Violations violations, bool required)
    {
        if (frequency is null)
        {
            if (required) violations.Add(field, "is required");
            return;
        }
        switch (frequency.TimingCase)
        {
            case MedicationFrequency.TimingOneofCase.TimesADay: violations.Range($"{field}.times_a_day", frequency.TimesADay, 1, MostTimesADay); break;
            case MedicationFrequency.TimingOneofCase.EveryHours: violations.Range($"{field}.every_hours", frequency.EveryHours, 1, MostHours); break;
            default:
                if (!frequency.AsNeeded) violations.Add(field, "needs times_a_day or every_hours, unless it is as needed");
                break;
        }
        if (frequency.AsNeeded) violations.Range($"{field}.max_doses_a_day", frequency.MaxDosesADay, 1, MostTimesADay);
        else if (frequency.MaxDosesADay != 0) violations.Add($"{field}.max_doses_a_day", "is only for what is taken as needed");
    }

    public static void CheckSafeguards(OpioidSafeguards? safeguards, Violations violations)
    {
        if (safeguards is not null) violations.Text("opioid_safeguards.nonopioids_insufficient", safeguards.NonopioidsInsufficient, 500, required: false);
    }

    public static void CheckOrder(string field, string later, string earlier, string what, Violations violations)
    {
        if (later.Length > 0 && earlier.Length > 0 && Violations.IsDate(later) && Violations.IsDate(earlier) && string.CompareOrdinal(later, earlier) < 0) violations.Add(field, $"is before {what}");
    }
}
