namespace CareTeam.Server.Medications;

/// <summary>What slows breathing, or makes drowsy.</summary>
public static class SedationRules
{
    public static readonly RuleKey Gabapentinoid = new("medication.gabapentinoid-respiratory-depression", "medication_classes", "drugs", "from_age");
    public static readonly RuleKey OpioidWithBenzodiazepine = new("medication.opioid-benzodiazepine");
    public static readonly RuleKey OpioidWithDepressants = new("medication.opioid-depressants", "medication_classes", "drugs");
    public static readonly RuleKey OpioidAndBreathing = new("medication.opioid-respiratory-risk");
    public static readonly RuleKey OlderPatient = new("medication.older-patient", "medication_classes", "drugs", "from_age");

    public static RuleCheck AskSedation(this RuleCheck check, MedicationCase c) => check
        .Ask(Gabapentinoid, rule => BreathingUnderGabapentinoid(c, rule))
        .Ask(OpioidWithBenzodiazepine, _ => SafetyWords.Together(c.Partners(IsOpioid, d => d.Is(MedicationClass.Benzodiazepine)), "an opioid together with a benzodiazepine may stop breathing (boxed warning)."))
        .Ask(OpioidWithDepressants, rule => SafetyWords.Together(c.Partners(IsOpioid, d => d.IsListed(rule, "medication_classes", "drugs")), "an opioid together with what depresses the nervous system."))
        .Ask(OpioidAndBreathing, _ => IsOpioid(c.Drug) && Illnesses(c).ToList() is { Count: > 0 } illnesses ? $"The patient has {string.Join(" and ", illnesses)}." : null)
        .Ask(OlderPatient, rule => c.Drug.IsListed(rule, "medication_classes", "drugs") && SafetyWords.FromAge(c.Age, rule.Number("from_age")) is { } age ? $"{c.Drug.Name}: {age}." : null);

    private static bool IsOpioid(Drug drug) => drug.Is(MedicationClass.Opioid);

    private static string? BreathingUnderGabapentinoid(MedicationCase c, RuleVersion rule)
    {
        var reasons = new List<string>();
        if (c.Partners(d => d.Is(MedicationClass.Gabapentinoid), d => d.IsListed(rule, "medication_classes", "drugs")) is { Count: > 0 } partners) reasons.Add($"taken with {SafetyWords.Names(partners)}");
        if (c.Drug.Is(MedicationClass.Gabapentinoid))
        {
            reasons.AddRange(Illnesses(c));
            if (SafetyWords.FromAge(c.Age, rule.Number("from_age")) is { } age) reasons.Add(age);
        }
        return reasons.Count == 0 ? null : $"A gabapentinoid may slow breathing: {string.Join("; ", reasons)}. Start low.";
    }

    private static IEnumerable<string> Illnesses(MedicationCase c)
    {
        if (c.Has(SafetyFactKind.ChronicLungDisease)) yield return "chronic lung disease";
        if (c.Has(SafetyFactKind.SleepApnea)) yield return "sleep apnea";
    }
}
