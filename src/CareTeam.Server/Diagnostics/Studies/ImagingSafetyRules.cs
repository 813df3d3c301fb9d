using CareTeam.Server.Medications;

namespace CareTeam.Server.Diagnostics;

/// <summary>What imaging might do to this patient.</summary>
public static class ImagingSafetyRules
{
    public static readonly RuleKey ContrastAllergy = new("imaging.contrast-allergy");
    public static readonly RuleKey Pregnancy = new("imaging.pregnancy", "studies", "counts_for_days");

    public static RuleCheck AskImagingSafety(this RuleCheck check, CarePlan plan, DiagnosticStudy study) => check
        .Ask(ContrastAllergy, _ => Reacts(plan, study))
        .Ask(Pregnancy, rule => IsPregnant(rule, plan, study, check.Today));

    private static string? Reacts(CarePlan plan, DiagnosticStudy study)
    {
        if (study.Contrast is not (ContrastUse.With or ContrastUse.WithoutAndWith)) return null;
        var agent = study.Modality == StudyModality.Mri ? AllergenKind.GadoliniumContrast : AllergenKind.IodinatedContrast;
        return plan.AllergiesTo(agent).Select(a => $"The patient reacts to {ExamWords.Spaced(agent.ToWords())} ({a.Criticality.ToWords()}).").FirstOrDefault();
    }

    private static string? IsPregnant(RuleVersion rule, CarePlan plan, DiagnosticStudy study, DateOnly today) =>
        rule.Words("studies").Contains(study.Kind()) && Medications.Pregnancy.Known(plan, today, rule.Number("counts_for_days")) is { } day ? $"The patient is pregnant ({day.Iso()})." : null;
}
