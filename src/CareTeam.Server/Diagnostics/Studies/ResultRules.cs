namespace CareTeam.Server.Diagnostics;

/// <summary>What is asked of a result.</summary>
public static class ResultRules
{
    public static readonly RuleKey RedFlagFinding = new("imaging.red-flag-finding", "kinds");

    private static readonly Dictionary<ImagingFindingKind, RedFlagKind> Flags = new()
    {
        [ImagingFindingKind.Fracture] = RedFlagKind.Fracture,
        [ImagingFindingKind.Tumor] = RedFlagKind.Malignancy,
        [ImagingFindingKind.Infection] = RedFlagKind.Infection,
        [ImagingFindingKind.CaudaEquinaCompression] = RedFlagKind.CaudaEquina,
        [ImagingFindingKind.SpinalCordCompression] = RedFlagKind.ProgressiveDeficit,
        [ImagingFindingKind.AorticAneurysm] = RedFlagKind.AorticAneurysm,
    };

    public static RuleCheck AskOfResult(this RuleCheck check, CarePlan plan, DiagnosticStudy study, StudyResult result) => check
        .Ask(RedFlagFinding, rule => Unraised(rule, plan, result.ImagingFindings))
        .Ask(ElectrodiagnosisRules.AfterOnset, rule => ElectrodiagnosisRules.TooEarly(rule, plan, study, Dates.Of(result.PerformedDate)))
        .Ask(ElectrodiagnosisRules.TwoMuscles, rule => ElectrodiagnosisRules.FewMuscles(rule, result.NeedleFindings, result.Conclusions));

    private static string? Unraised(RuleVersion rule, CarePlan plan, IEnumerable<ImagingFinding> findings)
    {
        var kinds = rule.Words("kinds");
        var found = findings.Select(f => f.Kind).Distinct()
            .Where(k => kinds.Contains(k.ToWords()) && !plan.RedFlags.Any(f => f.IsOpen() && (!Flags.TryGetValue(k, out var flag) || f.Kind == flag)))
            .Select(k => Flags.TryGetValue(k, out var flag) ? $"{ExamWords.Spaced(k.ToWords())} (raise {flag.ToWords()})" : ExamWords.Spaced(k.ToWords()))
            .ToList();
        return found.Count == 0 ? null : $"Found, and no red flag of it is open: {string.Join(", ", found)}.";
    }
}
