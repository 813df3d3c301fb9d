namespace CareTeam.Server.Medications;

/// <summary>What the patient must not be given, or only with care.</summary>
public static class AllergyRules
{
    public static readonly RuleKey Allergy = new("medication.allergy");
    public static readonly RuleKey Intolerance = new("medication.intolerance");
    public static readonly RuleKey SameClass = new("medication.allergy-same-class", "medication_classes");
    public static readonly RuleKey Asked = new("medication.allergies-asked");

    /// <summary>A refuted one no longer counts.</summary>
    public static bool Counts(this Allergy allergy) => allergy.RefutedBy is null;

    public static IEnumerable<Allergy> AllergiesTo(this CarePlan plan, AllergenKind allergen) => plan.Allergies.Where(a => a.Counts() && a.Allergen == allergen);

    public static RuleCheck AskAllergies(this RuleCheck check, MedicationCase c) => check
        .Ask(Allergy, _ => Words(c, a => a.Type == AllergyType.Allergy && Is(a, c.Drug)))
        .Ask(Intolerance, _ => Words(c, a => a.Type == AllergyType.Intolerance && Is(a, c.Drug)))
        .Ask(SameClass, rule => Words(c, a => a.Type == AllergyType.Allergy && !Is(a, c.Drug) && IsRelated(a, c.Drug, rule.Words("medication_classes"))))
        .Ask(Asked, _ => !c.Drug.IsPrescribedHere || c.Plan.Allergies.Any(Counts) || c.Has(SafetyFactKind.NoKnownAllergies)
            ? null
            : "Neither an allergy nor that there is none is recorded.");

    private static string? Words(MedicationCase c, Func<Allergy, bool> which)
    {
        var found = c.Plan.Allergies.Where(a => a.Counts() && which(a)).Select(Words).ToList();
        return found.Count == 0 ? null : $"{c.Drug.Name}: {string.Join("; ", found)}.";
    }

    private static string Words(Allergy allergy) =>
        $"{allergy.Type.ToWords()} to {(allergy.Substance.Length > 0 ? allergy.Substance : allergy.MedicationClass != MedicationClass.Unspecified ? allergy.MedicationClass.ToWords() : allergy.Allergen.ToWords())}"
        + (allergy.Reaction.Length > 0 ? $" ({allergy.Reaction.TrimEnd('.')})" : "") + (allergy.Criticality == AllergyCriticality.High ? ", high criticality" : "");

    /// <summary>To the drug, or to its whole class.</summary>
    public static bool Is(this Allergy allergy, Drug drug) => allergy.Allergen switch
    {
        AllergenKind.Medication => Of(drug, allergy.MedicationClass) || Substance(allergy).SharesIngredientWith(drug),
        AllergenKind.Corticosteroid => drug.Is(MedicationClass.OralSteroid) || drug.Ingredients.Any(i => i.Allergen == allergy.Allergen),
        var kind => drug.Ingredients.Any(i => i.Allergen == kind && kind != AllergenKind.Unspecified),
    };

    /// <summary>To another drug of the same class.</summary>
    private static bool IsRelated(Allergy allergy, Drug drug, IReadOnlyList<string> classes) =>
        allergy.Allergen == AllergenKind.Medication && classes.Any(words => EnumWords.TryParseWords<MedicationClass>(words, out var one) && Of(Substance(allergy), one) && Of(drug, one));

    /// <summary>Never when no class is named: what an agent is, the catalog may not know either.</summary>
    private static bool Of(Drug drug, MedicationClass one) => one != MedicationClass.Unspecified && (drug.Is(one) || drug.Ingredients.Any(i => i.Classes.Contains(one)));

    private static Drug Substance(Allergy allergy) => Drug.Of(new() { Name = allergy.Substance, RxnormCode = allergy.RxnormCode });
}
