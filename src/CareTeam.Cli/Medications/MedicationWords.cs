namespace CareTeam.Cli.Medications;

/// <summary>Medications, allergies and facts in words.</summary>
public static class MedicationWords
{
    /// <summary>naproxen 250 mg twice a day, oral.</summary>
    public static string Of(Medication? medication) => medication is null
        ? ""
        : $"{medication.Name}{Spaced(Amount(medication.Dose, medication.Frequency))}{(medication.Route == MedicationRoute.Unspecified ? "" : $", {Shown.Words(medication.Route)}")}"
          + (medication.Release == MedicationRelease.Extended ? ", extended release" : "");

    public static string Amount(MedicationDose? dose, MedicationFrequency? frequency) => DosageWords.Words(dose, frequency);

    public static string Dose(MedicationDose? dose) => dose.Words();

    public static string Frequency(MedicationFrequency? frequency) => frequency.Words();

    public static string Step(MedicationTaperStep step) => step.Words();

    public static string Of(Allergy? allergy)
    {
        if (allergy is null) return "";
        var to = allergy.Substance.Length > 0 ? allergy.Substance : allergy.MedicationClass == MedicationClass.Unspecified ? Shown.Words(allergy.Allergen) : $"any {Shown.Words(allergy.MedicationClass)}";
        return $"{to} ({Shown.Words(allergy.Type)}{(allergy.Criticality == AllergyCriticality.High ? ", high criticality" : "")}){Shown.Because(allergy.Reaction)}";
    }

    public static string Of(SafetyFact fact) => $"{Finding(fact)} ({fact.ObservedDate}, {Shown.Words(fact.Origin)})";

    private static string Finding(SafetyFact fact) => (fact.Kind, fact.FindingCase) switch
    {
        (SafetyFactKind.Egfr, _) => $"eGFR {Shown.Number(fact.Value, "mL/min")}",
        (SafetyFactKind.NoKnownAllergies, _) => fact.Present ? "no known allergies" : "allergies known",
        (_, SafetyFact.FindingOneofCase.Value) => $"{Shown.Words(fact.Kind)} {Shown.Number(fact.Value, "mL/min")}",
        _ => $"{(fact.Present ? "" : "no ")}{Shown.Words(fact.Kind)}",
    };

    private static string Spaced(string words) => words.Length > 0 ? $" {words}" : "";
}
