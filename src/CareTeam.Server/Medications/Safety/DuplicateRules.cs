namespace CareTeam.Server.Medications;

/// <summary>The same twice.</summary>
public static class DuplicateRules
{
    public static readonly RuleKey Duplicate = new("medication.duplicate", "medication_classes");
    public static readonly RuleKey TopicalToo = new("medication.topical-with-systemic", "medication_classes");

    public static RuleCheck AskDuplicates(this RuleCheck check, MedicationCase c) => check
        .Ask(Duplicate, rule => SafetyWords.Together(
            [.. c.Others.Where(o => o.IsSystemic == c.Drug.IsSystemic && (o.SharesIngredientWith(c.Drug) || ShareClass(rule, c.Drug, o)))],
            $"taken at the same time as {c.Drug.Name}. Stop it first, or change it."))
        .Ask(TopicalToo, rule => SafetyWords.Together(
            [.. c.Others.Where(o => o.IsSystemic != c.Drug.IsSystemic && ShareClass(rule, c.Drug, o))], "one on the skin, the other in the whole body; their effects add up."));

    private static bool ShareClass(RuleVersion rule, Drug one, Drug other) => rule.Words("medication_classes").Any(words => one.IsAnyOf([words]) && other.IsAnyOf([words]));
}
