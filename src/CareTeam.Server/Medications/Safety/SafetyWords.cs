namespace CareTeam.Server.Medications;

/// <summary>What is found, in words.</summary>
internal static class SafetyWords
{
    /// <summary>Null when there are none: the rule is met.</summary>
    public static string? Together(IReadOnlyList<Drug> partners, string what) => partners.Count == 0 ? null : $"{Names(partners)}: {what}";

    public static string Names(IEnumerable<Drug> drugs) => string.Join(", ", drugs.Select(d => $"{d.Name} ({d.Medication.MedicationClass.ToWords()}{(d.IsPrescribedHere ? "" : ", from elsewhere")})"));

    public static string Kidney(SafetyFact fact) =>
        $"{(fact.Kind == SafetyFactKind.Egfr ? "eGFR" : "creatinine clearance")} {fact.Value:0.#} of {fact.ObservedDate}";

    /// <summary>Null when the patient is younger; an unknown age is told, since nobody could rule it out.</summary>
    public static string? FromAge(int? age, int years) => age is null ? $"the birth date is not known, from {years} years on it counts" : age >= years ? $"{age} years old" : null;
}
