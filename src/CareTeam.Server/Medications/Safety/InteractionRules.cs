namespace CareTeam.Server.Medications;

/// <summary>Pairs of drugs that harm together, muscle relaxants, and pregnancy.</summary>
public static class InteractionRules
{
    public static readonly RuleKey Serotonergic = new("medication.serotonergic", "medication_classes", "drugs");
    public static readonly RuleKey Tizanidine = new("medication.tizanidine-cyp1a2", "drugs", "inhibitors");
    public static readonly RuleKey MuscleRelaxantDuration = new("medication.muscle-relaxant-duration", "max_days");
    public static readonly RuleKey ControlledMuscleRelaxant = new("medication.controlled-muscle-relaxant", "drugs");
    public static readonly RuleKey Pregnancy = new("medication.pregnancy", "medication_classes", "counts_for_days");

    public static RuleCheck AskInteractions(this RuleCheck check, MedicationCase c) => check
        .Ask(Serotonergic, rule => SafetyWords.Together(
            c.Partners(d => d.IsListed(rule, "medication_classes", "drugs"), d => d.IsListed(rule, "medication_classes", "drugs")), "together they may bring about serotonin syndrome."))
        .Ask(Tizanidine, rule => SafetyWords.Together(
            c.Partners(d => d.IsNamed(rule.Words("drugs")), d => d.IsNamed(rule.Words("inhibitors"))), "contraindicated together: low pressure and heavy sedation."))
        .Ask(MuscleRelaxantDuration, rule => c.Drug is { IsPrescribedHere: true } && c.Drug.Is(MedicationClass.MuscleRelaxant) ? Duration.LongerThan(c.Drug.Medication, rule.Number("max_days")) : null)
        .Ask(ControlledMuscleRelaxant, rule => c.Drug.IsNamed(rule.Words("drugs")) ? $"{c.Drug.Name} is a controlled substance, and habit-forming." : null)
        .Ask(Pregnancy, rule => c.Drug.IsSystemic && c.Drug.IsAnyOf(rule.Words("medication_classes")) && Medications.Pregnancy.Known(c.Plan, c.Today, rule.Number("counts_for_days")) is { } day
            ? $"The patient is pregnant ({day.Iso()})."
            : null);
}
