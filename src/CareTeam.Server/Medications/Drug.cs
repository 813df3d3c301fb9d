namespace CareTeam.Server.Medications;

/// <summary>A medication with what the catalog knows of its ingredients.</summary>
public sealed record Drug(Medication Medication, IReadOnlyList<Ingredient> Ingredients)
{
    public static Drug Of(Medication medication) => new(medication, MedicationCatalog.In(medication.Name) is { Count: > 0 } found
        ? found
        : MedicationCatalog.Of(medication.RxnormCode) is { } coded ? [coded] : []);

    public string Name => Medication.Name;

    /// <summary>Works in the whole body; a gel for one joint hardly does.</summary>
    public bool IsSystemic => Medication.Route != MedicationRoute.Topical;

    /// <summary>Opioid safeguards, durations and the like are asked of what is prescribed here, not of what was found.</summary>
    public bool IsPrescribedHere => !Medication.Reported;

    public bool Is(MedicationClass one) => Medication.MedicationClass == one || Ingredients.Any(i => i.Class == one);

    public bool IsAnyOf(IEnumerable<string> classes) => classes.Any(words => EnumWords.TryParseWords<MedicationClass>(words, out var one) && Is(one));

    public bool IsNamed(IEnumerable<string> drugs) => drugs.Any(name => Ingredients.Any(i => Same(i.Name, name)) || Same(Name, name));

    /// <summary>Of a class that a rule lists, or one of the drugs that it lists.</summary>
    public bool IsListed(RuleVersion rule, string classes, string drugs) => IsAnyOf(rule.Words(classes)) || IsNamed(rule.Words(drugs));

    public bool SharesIngredientWith(Drug other) => Ingredients.Intersect(other.Ingredients).Any() || Same(Name, other.Name)
        || (Medication.RxnormCode.Length > 0 && Medication.RxnormCode == other.Medication.RxnormCode);

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
