using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>What is asked of an order.</summary>
public static class StudyRules
{
    public static readonly RuleKey PriorCare = new("imaging.prior-care", "days", "modalities", "regions", "exempt_indications");

    public static readonly RuleKey Appropriate = new(
        "imaging.appropriate", "regions", "no_red_flags_no_prior_management", "persistent_after_management", "suspected_cauda_equina", "prior_surgery", "suspected_fracture",
        "suspected_cancer_or_infection");

    public static readonly RuleKey Duplicate = new("study.duplicate", "days");

    public static RuleCheck AskOfOrder(this RuleCheck check, RuleTable rules, CarePlan plan, DiagnosticStudy study, string dueDate) => check
        .Ask(PriorCare, rule => WithoutPriorCare(rule, plan, study, DocumentedCare.Since(rules, plan, study.PriorCare), check.Today))
        .AskImagingSafety(plan, study)
        .Ask(Appropriate, rule => Inappropriate(rule, study))
        .Ask(Duplicate, rule => plan.Studies.Select(other => TheSame(rule, study, other, check.Today)).FirstOrDefault(found => found is not null))
        .Ask(ElectrodiagnosisRules.AfterOnset, rule => ElectrodiagnosisRules.TooEarly(rule, plan, study, dueDate.Length > 0 && Dates.Of(dueDate) > check.Today ? Dates.Of(dueDate) : check.Today));

    private static string? WithoutPriorCare(RuleVersion rule, CarePlan plan, DiagnosticStudy study, DateOnly? since, DateOnly today)
    {
        if (!rule.Words("modalities").Contains(study.Modality.ToWords()) || !rule.Words("regions").Contains(study.Region.ToWords())) return null;
        if (rule.Words("exempt_indications").Contains(study.Indication.ToWords()) || plan.RedFlags.Any(f => f.IsOpen())) return null;
        if (since is not { } day) return "No red flag is open, and no care is documented on this plan.";
        var days = today.DayNumber - day.DayNumber;
        return days >= rule.Number("days") ? null : $"No red flag is open, and care is documented since {day.Iso()}: {days} of {rule.Number("days")} days.";
    }

    private static string? Inappropriate(RuleVersion rule, DiagnosticStudy study)
    {
        var parameter = study.Indication.ToWords().Replace('-', '_');
        if (!study.Modality.IsImaging() || !rule.Words("regions").Contains(study.Region.ToWords()) || !rule.Parameters.ContainsKey(parameter)) return null;
        var fit = rule.Words(parameter);
        if (fit.Contains(study.Kind())) return null;
        return fit.Count == 0
            ? $"For {ExamWords.Spaced(study.Indication.ToWords())} no imaging is appropriate."
            : $"For {ExamWords.Spaced(study.Indication.ToWords())}, {study.Title()} is not what the criteria advise: {string.Join(", ", fit)}.";
    }

    private static string? TheSame(RuleVersion rule, DiagnosticStudy study, DiagnosticStudy other, DateOnly today)
    {
        if (!other.IsTheSameAs(study) || other.Status == StudyStatus.Cancelled) return null;
        if (other.IsOpen()) return $"{other.Title()} was ordered by {other.OrderedBy.Name} and has no result yet.";
        var performed = Dates.Of(other.Results[^1].PerformedDate);
        return today.DayNumber - performed.DayNumber < rule.Number("days") ? $"{other.Title()} was performed on {performed.Iso()}." : null;
    }
}
