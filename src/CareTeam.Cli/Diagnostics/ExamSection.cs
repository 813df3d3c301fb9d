namespace CareTeam.Cli.Diagnostics;

/// <summary>The last examination: what is not normal, and what changed.</summary>
public static class ExamSection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        var exams = plan.Exams.Where(e => e.SupersededByExamId.Length == 0).ToList();
        if (exams.Count == 0) return;
        screen.Heading("Examinations", exams.Count, "in all, the last");
        var last = exams.MaxBy(e => e.ExaminedAt)!;
        screen.Markup($"  {Shown.Time(last.ExaminedAt)}  {Shown.Safe(Shown.NameAndRole(last.Examiner))}  [grey]{Shown.ShortId(last.ExamId)}[/]");
        screen.Markup($"  {Shown.Safe(Abnormal(last.Body))}");
        foreach (var finding in last.Findings) screen.Markup($"  [yellow]{Shown.Safe(finding.Text)}[/]");
        Changes(screen, last.Comparison);
    }

    /// <summary>What is not as it should be, in a line.</summary>
    public static string Abnormal(ExamBody? body)
    {
        var abnormal = Items(body).Where(i => !i.Normal).Select(i => $"{i.Item} {i.Value}").ToList();
        return abnormal.Count == 0 ? "nothing abnormal" : string.Join("; ", abnormal);
    }

    /// <summary>Every finding in words.</summary>
    public static IEnumerable<(string Item, string Value, bool Normal)> Items(ExamBody? body)
    {
        if (body is null) yield break;
        foreach (var f in body.Strength) yield return Told(f.Words(), f is { Grade: 5, Modifier: GradeModifier.Unspecified });
        foreach (var f in body.Reflexes) yield return Told(f.Words(), f.Grade == 2);
        foreach (var f in body.Sensation) yield return Told(f.Words(), f.Sensation == Sensation.Normal);
        foreach (var f in body.RangeOfMotion) yield return Told(f.Words(), !f.Painful);
        foreach (var f in body.Tests)
        {
            var (item, value) = f.Words();
            yield return (item, f.Reproduces.Length > 0 ? $"{value}: {f.Reproduces}" : value, f.Result == ExamTestResult.Negative);
        }
        if (body.Gait.Count > 0) yield return Told(body.Gait.Words(), body.Gait.All(g => g.Pattern == GaitPattern.Normal));
    }

    public static void Changes(Screen screen, ExamComparison? comparison)
    {
        if (comparison is null || comparison.Changes.Count + comparison.Unchanged == 0) return;
        foreach (var change in comparison.Changes.OrderBy(c => c.Trend != ExamTrend.Worse))
            screen.Markup($"  {Trend(change.Trend)}  {Shown.Safe($"{change.Item}: {change.Before} -> {change.After}")} [grey](since {Shown.Day(change.BeforeExaminedAt)})[/]");
        screen.Markup($"  [grey]{comparison.Unchanged} unchanged, {comparison.FirstTime} examined for the first time[/]");
    }

    private static string Trend(ExamTrend trend) => trend switch
    {
        ExamTrend.Better => "[green]better [/]",
        ExamTrend.Worse => "[red]worse  [/]",
        _ => "[yellow]changed[/]",
    };

    private static (string, string, bool) Told((string Item, string Value) words, bool normal) => (words.Item, words.Value, normal);
}
