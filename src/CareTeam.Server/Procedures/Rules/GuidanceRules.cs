namespace CareTeam.Server.Procedures;

/// <summary>The guidance that a target needs; asked for procedures and for diagnostic blocks of the same target.</summary>
public static class GuidanceRules
{
    public static readonly RuleKey Epidural = new("epidural.guidance", "guidance", "contrast");
    public static readonly RuleKey NerveRoot = new("nerve-root-block.guidance", "guidance", "contrast");
    public static readonly RuleKey Facet = new("facet.guidance", "guidance", "contrast");
    public static readonly RuleKey Sacroiliac = new("sacroiliac.guidance", "guidance", "contrast");

    public static RuleCheck AskGuidance(this RuleCheck check, RuleKey key, InjectionTechnique technique) => check.Ask(key, rule => Missing(rule, technique));

    /// <summary>Ultrasound, without contrast, is for those who may have neither contrast nor radiation.</summary>
    public static RuleCheck AskSacroiliacGuidance(this RuleCheck check, InjectionTechnique technique, InjectionRisks risks) => check.Ask(Sacroiliac, rule =>
        technique.Guidance == ImageGuidance.Ultrasound && (risks.Contrast || risks.Pregnant) ? null : Missing(rule, technique));

    private static string? Missing(RuleVersion rule, InjectionTechnique technique) =>
        !rule.Words("guidance").Contains(technique.Guidance.ToWords()) ? $"The guidance is {technique.Guidance.ToWords()}; it must be {string.Join(" or ", rule.Words("guidance"))}."
        : rule.Flag("contrast") && !technique.GivesContrast() ? "No contrast is given."
        : null;
}
