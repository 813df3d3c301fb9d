using CareTeam.Server.Diagnostics;

namespace CareTeam.Server.Procedures;

/// <summary>Gates and limits of epidural steroid injections.</summary>
public static class EpiduralRules
{
    public static readonly RuleKey RadicularPain = new("epidural.radicular-pain", "diagnoses");
    public static readonly RuleKey PainDuration = new("epidural.pain-duration", "weeks");
    public static readonly RuleKey ConcordantImaging = new("epidural.concordant-imaging");
    public static readonly RuleKey FailedCare = new("epidural.failed-care", "weeks");
    public static readonly RuleKey Levels = new("epidural.levels", "transforaminal", "interlaminar", "caudal");
    public static readonly RuleKey OneRegion = new("epidural.one-region");
    public static readonly RuleKey SessionsAYear = new("epidural.sessions-a-year", "sessions", "months");
    public static readonly RuleKey SessionsInSixMonths = new("epidural.sessions-in-six-months", "sessions", "months");
    public static readonly RuleKey Interval = new("epidural.interval", "days");
    public static readonly RuleKey Repeat = new("epidural.repeat", "percent", "months", "weeks", "function_suffices", "function_required");

    public static RuleCheck AskEpidural(this RuleCheck check, ProcedureCase c) => check
        .Ask(RadicularPain, rule => c.Indication.RadicularPain || c.Plan.DiagnosesThatHold().Any(d => IsRadicular(rule, d))
            ? null
            : "Neither a diagnosis nor the indication tells of radicular pain or neurogenic claudication.")
        .AskPainDuration(PainDuration, c.Plan, c.Indication, c.Day, check.InForce(RadicularPain) is { } radicular ? d => IsRadicular(radicular, d) : null)
        .Ask(ConcordantImaging, _ => !string.IsNullOrWhiteSpace(c.Indication.ImagingElsewhere) || c.Indication.StudyIds.Any(id => ShowsImage(c.Plan, id))
            ? null
            : "The indication names no resulted imaging study of the plan, and tells of no imaging elsewhere, that agrees with the complaint.")
        .AskFailedCare(FailedCare, c.Rules, c.Plan, c.Indication, c.Day)
        .AskGuidance(GuidanceRules.Epidural, c.Technique)
        .Ask(Levels, rule => TooManyLevels(rule, c))
        .Ask(OneRegion, _ => c.Others.Where(p => p.Day() == c.Day).SelectMany(p => p.Technique().SessionRegions()).Concat(c.Technique.SessionRegions()).Distinct().Count() > 1
            ? $"On {c.Day.Iso()} epidurals would be given in two regions."
            : null)
        .AskSessions(SessionsAYear, c.OthersInRegion, c.Day)
        .AskSessions(SessionsInSixMonths, c.OthersInRegion, c.Day)
        .AskInterval(Interval, c.OthersInRegion, c.Day)
        .AskRelief(Repeat, c.OthersInRegion, c.Day);

    private static bool IsRadicular(RuleVersion rule, Diagnosis diagnosis) => rule.Words("diagnoses").Any(code => diagnosis.Icd10CmCode.StartsWith(code, StringComparison.Ordinal));

    private static bool ShowsImage(CarePlan plan, string studyId) => plan.Studies.Any(s => s.StudyId == studyId && s.Status == StudyStatus.Resulted && s.Modality.IsImaging());

    /// <summary>Of the whole session: two procedures on one day in a region are one.</summary>
    private static string? TooManyLevels(RuleVersion rule, ProcedureCase c)
    {
        var access = c.Kind switch
        {
            ProcedureKind.TransforaminalEpiduralSteroid => "transforaminal",
            ProcedureKind.InterlaminarEpiduralSteroid => "interlaminar",
            _ => "caudal",
        };
        var levels = c.OthersInRegion.Where(p => p.Day() == c.Day).SelectMany(p => p.Technique().Levels).Concat(c.Technique.Levels).Distinct().Count();
        return levels <= rule.Number(access) ? null : $"The session would treat {levels} levels; from {access} access {rule.Number(access)} are allowed.";
    }
}
