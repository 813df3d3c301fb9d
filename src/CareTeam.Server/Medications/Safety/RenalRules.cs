namespace CareTeam.Server.Medications;

/// <summary>Drugs that the kidneys clear.</summary>
public static class RenalRules
{
    public static readonly RuleKey Known = new("medication.renal-function-known", "medication_classes", "drugs", "max_age_days");
    public static readonly RuleKey Dose = new("medication.renal-dose");
    public static readonly RuleKey Avoid = new("medication.renal-avoid", "drugs", "below");

    public static RuleCheck AskRenal(this RuleCheck check, MedicationCase c) => check
        .Ask(Known, rule => !c.Drug.IsSystemic || !c.Drug.IsListed(rule, "medication_classes", "drugs") ? null : Unknown(c, rule.Number("max_age_days")))
        .Ask(Dose, _ => TooMuch(c))
        .Ask(Avoid, rule => c.Drug.IsNamed(rule.Words("drugs")) && Clearance(c) is { } clearance && clearance.Value < rule.Number("below")
            ? $"{SafetyWords.Kidney(clearance)}: avoid {c.Drug.Name} below {rule.Number("below")}."
            : null);

    private static string? Unknown(MedicationCase c, int days)
    {
        var newest = Clearance(c);
        return newest is null ? "No kidney function is recorded."
            : c.Today.DayNumber - Dates.Known(newest.ObservedDate)!.Value.DayNumber > days ? $"The newest kidney function is older than {days} days: {SafetyWords.Kidney(newest)}."
            : null;
    }

    private static string? TooMuch(MedicationCase c)
    {
        if (Clearance(c) is not { } clearance) return null;
        foreach (var ingredient in c.Drug.Ingredients)
        {
            if (ingredient.RenalMaxima.Where(m => clearance.Value < m.BelowMlMin).MinBy(m => m.MgADay) is not { } most) continue;
            var daily = c.Drug.Medication.DailyMilligrams(c.From);
            if (daily is null) return $"{SafetyWords.Kidney(clearance)}: at most {most.MgADay} mg of {ingredient.Name} a day, and the dose is not given by weight.";
            if (daily > most.MgADay) return $"{SafetyWords.Kidney(clearance)}: at most {most.MgADay} mg of {ingredient.Name} a day, not {daily:0.#}.";
        }
        return null;
    }

    private static SafetyFact? Clearance(MedicationCase c) => c.KidneyFunction(SafetyFactKind.CreatinineClearance);
}
