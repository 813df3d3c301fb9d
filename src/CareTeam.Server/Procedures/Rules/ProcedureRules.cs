namespace CareTeam.Server.Procedures;

/// <summary>All that the table asks of a procedure, by its kind: when it is scheduled, when it is moved, and again when it is recorded.</summary>
public static class ProcedureRules
{
    public static readonly RuleKey SiteAsPlanned = new("procedure.site-as-planned");

    public static RuleCheck AskGates(this RuleCheck check, ProcedureCase c) => check.AskRedFlags(c).AskKind(c).AskRisks(c.Risks, c.Technique);

    private static RuleCheck AskRedFlags(this RuleCheck check, ProcedureCase c) => check.OfWhatHappened
        ? check.AskNoRedFlagThen(RedFlagRules.BlocksInjections, c.Rules, c.Plan, c.Day)
        : check.AskNoOpenRedFlag(RedFlagRules.BlocksInjections, c.Plan);

    private static RuleCheck AskKind(this RuleCheck check, ProcedureCase c) => c.Kind.Family() switch
    {
        ProcedureFamily.Epidural => check.AskEpidural(c),
        ProcedureFamily.FacetAblation => check.AskAblation(c),
        ProcedureFamily.FacetInjection => check.AskFacetInjection(c),
        ProcedureFamily.SacroiliacInjection => check.AskSacroiliacInjection(c),
        ProcedureFamily.SacroiliacAblation => check.AskSacroiliacAblation(),
        _ => check.AskTriggerPoint(c),
    };

    /// <summary>Within a session a place is treated once: a second procedure of the kind there, by somebody who did not know of the first, would not count as another session.</summary>
    public static void MustBeOnce(this ProcedureCase c)
    {
        if (c.OthersAtSite.FirstOrDefault(p => p.Kind == c.Kind && p.Day() == c.Day) is { } same)
            throw Fault.Refused("procedure.once", $"procedure/{same.ProcedureId}", $"The plan has a {c.Kind.Title().ToLowerInvariant()} at {same.Technique().Place()} on {c.Day.Iso()} already.");
    }
}
