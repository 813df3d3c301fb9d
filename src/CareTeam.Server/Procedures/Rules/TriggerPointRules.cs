namespace CareTeam.Server.Procedures;

/// <summary>Gates and limits of trigger point injections.</summary>
public static class TriggerPointRules
{
    public static readonly RuleKey Findings = new("trigger-point.findings", "findings");
    public static readonly RuleKey SessionsAYear = new("trigger-point.sessions-a-year", "sessions", "months");
    public static readonly RuleKey Repeat = new("trigger-point.repeat", "percent", "months", "weeks", "function_suffices", "function_required");
    public static readonly RuleKey ImagingNotCovered = new("trigger-point.imaging-not-covered");

    public static RuleCheck AskTriggerPoint(this RuleCheck check, ProcedureCase c) => check
        .Ask(Findings, rule => c.Indication.Findings.Count >= rule.Number("findings") ? null : $"The indication names {c.Indication.Findings.Count} of {rule.Number("findings")} findings of a trigger point.")
        .AskSessions(SessionsAYear, c.Others, c.Day)
        .AskRelief(Repeat, c.Others, c.Day)
        .Ask(ImagingNotCovered, _ => c.Technique.Guidance == ImageGuidance.None ? null : $"The guidance is {c.Technique.Guidance.ToWords()}.");
}
