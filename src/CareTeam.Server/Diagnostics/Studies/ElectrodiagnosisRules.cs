using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>What makes an electrodiagnostic study, or what is concluded from it, doubtful. It is the physician who concludes; the rules only warn.</summary>
public static class ElectrodiagnosisRules
{
    public static readonly RuleKey AfterOnset = new("electrodiagnosis.after-onset", "days", "modalities");
    public static readonly RuleKey TwoMuscles = new("electrodiagnosis.two-muscles", "muscles");

    /// <summary>Whether a day is too early, by the onset that the order states or the latest one among the plan's diagnoses. Without one nothing can be said.</summary>
    public static string? TooEarly(RuleVersion rule, CarePlan plan, DiagnosticStudy study, DateOnly day)
    {
        if (!rule.Words("modalities").Contains(study.Modality.ToWords())) return null;
        var stated = study.OnsetDate.Length > 0 ? study.OnsetDate : plan.DiagnosesThatHold().Select(d => d.OnsetDate).Max(StringComparer.Ordinal) ?? "";
        if (stated.Length == 0) return null;
        var days = day.DayNumber - Dates.Of(stated).DayNumber;
        return days >= 0 && days < rule.Number("days") ? $"On {day.Iso()} it is {days} days since the onset on {stated}: what is not seen yet may still come." : null;
    }

    /// <summary>A radiculopathy whose root is not shown by enough muscles that different limb nerves supply. Muscles of the back have none, so they do not count.</summary>
    public static string? FewMuscles(RuleVersion rule, IReadOnlyList<NeedleFinding> needle, IReadOnlyList<ElectrodiagnosticConclusion> conclusions)
    {
        var few = conclusions.Where(c => c.Kind == ElectrodiagnosticConclusionKind.Radiculopathy)
            .SelectMany(c => c.Side.Each().SelectMany(side => c.Roots.Select(root => (Side: side, Root: root, Muscles: Showing(needle, side, root)))))
            .Where(c => c.Muscles.Count < rule.Number("muscles"))
            .Select(c => $"{c.Side.ToWords()} {c.Root} by {(c.Muscles.Count == 0 ? "no muscle" : string.Join(", ", c.Muscles))}");
        var found = string.Join("; ", few);
        return found.Length == 0 ? null : $"Radiculopathy is concluded, but abnormal muscles of the root with different nerves are too few: {found}.";
    }

    /// <summary>The first abnormal muscle of each limb nerve that has fibres of the root.</summary>
    private static List<string> Showing(IEnumerable<NeedleFinding> needle, Side side, string root) =>
    [
        .. needle.Where(f => f.Side == side && f.Interpretation == FindingInterpretation.Abnormal)
            .Select(f => PeripheralNerves.Muscles[f.Muscle]).Where(m => m.Roots.Contains(root) && PeripheralNerves.Trunk(m.Nerve) is not null)
            .DistinctBy(m => PeripheralNerves.Trunk(m.Nerve)).Select(m => ExamWords.Spaced(m.Id)),
    ];
}
