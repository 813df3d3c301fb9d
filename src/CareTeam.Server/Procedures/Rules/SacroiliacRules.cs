namespace CareTeam.Server.Procedures;

/// <summary>Gates and limits of steroid into the sacroiliac joint, and of its ablation.</summary>
public static class SacroiliacRules
{
    public static readonly RuleKey PositiveBlock = new("sacroiliac.positive-block");
    public static readonly RuleKey SessionsAYear = new("sacroiliac.sessions-a-year", "sessions", "months");
    public static readonly RuleKey Repeat = new("sacroiliac.repeat", "percent", "months", "weeks", "function_suffices", "function_required");
    public static readonly RuleKey AblationNotCovered = new("sacroiliac.ablation-not-covered");

    public static RuleCheck AskSacroiliacInjection(this RuleCheck check, ProcedureCase c) => check
        .Ask(PositiveBlock, _ => BlockStreak.Lacking(c, needed: 1, daysBetween: 1, BlockTarget.SacroiliacJoint))
        .AskSacroiliacGuidance(c.Technique, c.Risks)
        .AskSessions(SessionsAYear, c.Others, c.Day)
        .AskRelief(Repeat, c.OthersAtSite, c.Day);

    public static RuleCheck AskSacroiliacAblation(this RuleCheck check) => check.Ask(AblationNotCovered, _ => "It is an ablation of the sacroiliac joint.");
}
