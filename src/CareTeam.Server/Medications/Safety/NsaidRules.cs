namespace CareTeam.Server.Medications;

/// <summary>Bleeding, heart and kidneys under an NSAID that works in the whole body.</summary>
public static class NsaidRules
{
    public static readonly RuleKey WithAnticoagulant = new("medication.nsaid-anticoagulant");
    public static readonly RuleKey BleedingRisk = new("medication.nsaid-bleeding-risk", "medication_classes", "drugs");
    public static readonly RuleKey BoxedWarning = new("medication.nsaid-boxed-warning");
    public static readonly RuleKey AvoidByEgfr = new("medication.nsaid-egfr-avoid", "below");
    public static readonly RuleKey CautionByEgfr = new("medication.nsaid-egfr-caution", "below");

    public static RuleCheck AskNsaid(this RuleCheck check, MedicationCase c) => check
        .Ask(WithAnticoagulant, _ => SafetyWords.Together(c.Partners(IsNsaid, d => d.Is(MedicationClass.Anticoagulant)), "an NSAID together with an anticoagulant, about three times the risk of gastrointestinal bleeding."))
        .Ask(BleedingRisk, rule => SafetyWords.Together(c.Partners(IsNsaid, d => d.IsListed(rule, "medication_classes", "drugs")), "together with an NSAID it raises the risk of bleeding."))
        .Ask(BoxedWarning, _ => IsNsaid(c.Drug) && c.Drug is { IsPrescribedHere: true, Medication.BoxedWarningTold: false }
            ? "It is not attested that the patient was told of the boxed warning: heart attack, stroke, gastrointestinal bleeding."
            : null)
        .Ask(AvoidByEgfr, rule => Egfr(c) is { } egfr && egfr.Value < rule.Number("below") ? $"{SafetyWords.Kidney(egfr)}: no NSAID below {rule.Number("below")}." : null)
        .Ask(CautionByEgfr, rule => Egfr(c) is { } egfr && egfr.Value < rule.Number("below") && !(check.InForce(AvoidByEgfr) is { } avoid && egfr.Value < avoid.Number("below"))
            ? $"{SafetyWords.Kidney(egfr)}: lowest dose, shortest time, and check the kidneys again."
            : null);

    private static bool IsNsaid(Drug drug) => drug.Is(MedicationClass.Nsaid) && drug.IsSystemic;

    private static SafetyFact? Egfr(MedicationCase c) => IsNsaid(c.Drug) ? c.KidneyFunction(SafetyFactKind.Egfr) : null;
}
