namespace CareTeam.Server.Procedures;

/// <summary>Gates and limits of radiofrequency ablation of facet nerves.</summary>
public static class AblationRules
{
    public static readonly RuleKey TwoBlocks = new("ablation.two-blocks", "blocks", "days_between");
    public static readonly RuleKey PainDuration = new("ablation.pain-duration", "months");
    public static readonly RuleKey FailedCare = new("ablation.failed-care", "weeks");
    public static readonly RuleKey Unfused = new("ablation.unfused");
    public static readonly RuleKey SessionsAYear = new("ablation.sessions-a-year", "sessions", "months");
    public static readonly RuleKey Interval = new("ablation.interval", "months");
    public static readonly RuleKey Repeat = new("ablation.repeat", "percent", "months", "weeks", "function_suffices", "function_required");

    public static RuleCheck AskAblation(this RuleCheck check, ProcedureCase c) => check
        .Ask(TwoBlocks, rule => BlockStreak.Lacking(c, rule.Number("blocks"), rule.Number("days_between"), BlockTarget.MedialBranch))
        .AskPainDuration(PainDuration, c.Plan, c.Indication, c.Day)
        .AskFailedCare(FailedCare, c.Rules, c.Plan, c.Indication, c.Day)
        .Ask(Unfused, _ => c.Indication.SegmentsUnfused ? null : "The indication does not attest that the segments are not fused.")
        .AskGuidance(GuidanceRules.Facet, c.Technique)
        .AskSessions(SessionsAYear, c.OthersInRegion, c.Day)
        .AskInterval(Interval, c.OthersAtSite, c.Day)
        .AskRelief(Repeat, c.OthersAtSite, c.Day);
}
