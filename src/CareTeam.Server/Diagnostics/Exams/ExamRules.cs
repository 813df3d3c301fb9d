namespace CareTeam.Server.Diagnostics;

/// <summary>Findings of an examination that may be a red flag which nobody has raised.</summary>
public static class ExamRules
{
    public static readonly RuleKey SevereMotorDeficit = new("exam.severe-motor-deficit", "grade_at_most", "loss_at_least");
    public static readonly RuleKey SaddleDeficit = new("exam.saddle-deficit", "dermatomes");

    public static RuleCheck AskForRedFlags(this RuleCheck check, CarePlan plan, PhysicalExam exam)
    {
        var (now, earlier) = (ExamItem.SideBySide(exam.Body), ExamHistory.Before(plan.Exams, exam).Select(e => ExamItem.SideBySide(e.Body)).ToList());
        return check
            .Ask(SevereMotorDeficit, rule => Suspected(plan, MotorDeficits(rule, now, earlier), RedFlagKind.ProgressiveDeficit, RedFlagKind.CaudaEquina))
            .Ask(SaddleDeficit, rule => Suspected(plan, SaddleDeficits(rule, now, earlier), RedFlagKind.CaudaEquina));
    }

    private static string? Suspected(CarePlan plan, IEnumerable<string> deficits, params RedFlagKind[] kinds)
    {
        var found = string.Join("; ", deficits);
        return found.Length == 0 || plan.RedFlags.Any(f => f.IsOpen() && kinds.Contains(f.Kind)) ? null : $"New: {found}. Raise a red flag ({kinds[0].ToWords()}), unless it is known to be none.";
    }

    private static IEnumerable<string> MotorDeficits(RuleVersion rule, ExamBody body, IReadOnlyList<ExamBody> earlier)
    {
        var (severe, loss) = (3 * rule.Number("grade_at_most"), 3 * rule.Number("loss_at_least"));
        foreach (var finding in body.Strength)
        {
            var (now, item) = (ExamItem.Thirds(finding), ExamItem.Of(finding));
            var before = earlier.SelectMany(b => b.Strength).FirstOrDefault(f => ExamItem.Of(f).Key == item.Key);
            if (before is null ? now <= severe : (now <= severe && ExamItem.Thirds(before) > severe) || ExamItem.Thirds(before) - now >= loss)
                yield return $"{item.Name} {item.Value}{(before is null ? "" : $" after {before.Words().Value}")}";
        }
    }

    private static IEnumerable<string> SaddleDeficits(RuleVersion rule, ExamBody body, IReadOnlyList<ExamBody> earlier)
    {
        var saddle = rule.Words("dermatomes");
        return Deficits(body).Where(item => earlier.SelectMany(ExamItem.Of).FirstOrDefault(i => i.Key == item.Key) is not { } before || item.Since(before) == ExamTrend.Worse)
            .Select(item => $"{item.Name} {item.Value}");

        IEnumerable<ExamItem> Deficits(ExamBody b) =>
        [
            .. b.Sensation.Where(f => f.Sensation is Sensation.Reduced or Sensation.Absent && saddle.Contains(f.Dermatome)).Select(ExamItem.Of),
            .. b.Tests.Where(t => t is { Test: ExamTest.AnalSphincterTone, Result: ExamTestResult.Positive }).Select(ExamItem.Of),
        ];
    }
}
