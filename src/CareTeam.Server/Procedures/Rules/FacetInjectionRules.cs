namespace CareTeam.Server.Procedures;

/// <summary>Gates and limits of steroid into facet joints.</summary>
public static class FacetInjectionRules
{
    public static readonly RuleKey PositiveBlocks = new("facet.positive-blocks", "blocks");
    public static readonly RuleKey AblationUnsuitable = new("facet.ablation-unsuitable");
    public static readonly RuleKey SessionsAYear = new("facet.sessions-a-year", "sessions", "months");
    public static readonly RuleKey Repeat = new("facet.repeat", "percent", "months", "weeks", "function_suffices", "function_required");

    public static RuleCheck AskFacetInjection(this RuleCheck check, ProcedureCase c) => check
        .Ask(PositiveBlocks, rule => BlockStreak.Lacking(c, rule.Number("blocks"), daysBetween: 1, BlockTarget.MedialBranch, BlockTarget.FacetJoint))
        .Ask(AblationUnsuitable, _ => string.IsNullOrWhiteSpace(c.Indication.AblationUnsuitable) ? "The indication does not say why an ablation does not suit." : null)
        .AskGuidance(GuidanceRules.Facet, c.Technique)
        .AskSessions(SessionsAYear, c.OthersInRegion, c.Day)
        .AskRelief(Repeat, c.OthersAtSite, c.Day);
}
