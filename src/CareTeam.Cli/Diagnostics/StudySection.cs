using CareTeam.Cli.Rules;

namespace CareTeam.Cli.Diagnostics;

/// <summary>What was ordered, and what came of it.</summary>
internal static class StudySection
{
    public static void Draw(Screen screen, CarePlan plan)
    {
        if (plan.Studies.Count == 0) return;
        screen.Heading("Studies", plan.Studies.Count(s => s.Status == StudyStatus.Ordered), "waiting for their result");
        foreach (var study in plan.Studies.OrderBy(s => s.Status != StudyStatus.Ordered))
        {
            var urgent = study.Priority is TaskPriority.Unspecified or TaskPriority.Routine ? "" : $" [yellow]{Shown.Words(study.Priority)}[/]";
            screen.Markup($"  {Shown.ShortId(study.StudyId)}  {Status(study.Status)}  {Shown.Safe(study.Title())}{urgent}  "
                + $"[grey]{Shown.Safe(study.ClinicalQuestion)} ({Shown.Day(study.OrderedAt)}, {Shown.Safe(Shown.Name(study.OrderedBy))})[/]{Shown.Aside(study.StatusReason)}");
            foreach (var words in OverrideOption.Words(study.Findings)) screen.Markup($"    [yellow]{Shown.Safe(words)}[/]");
            if (study.Results.LastOrDefault() is { } holds) Result(screen, holds, "    ");
        }
    }

    public static void Result(Screen screen, StudyResult result, string indent = "")
    {
        var read = result.ReadBy.Length > 0 ? $", read by {result.ReadBy}" : "";
        var report = result.HasReport ? ", with a report" : "";
        screen.Markup($"{indent}{Shown.Safe(result.Impression)} [grey]({result.PerformedDate}{Shown.Safe(read)}{report}; result {Shown.ShortId(result.ResultId)})[/]");
        if (result.CorrectionReason.Length > 0) screen.Markup($"{indent}[grey]corrects {Shown.ShortId(result.SupersedesResultId)}: {Shown.Safe(result.CorrectionReason)}[/]");
        if (result.Conclusions.Count > 0)
            screen.Markup($"{indent}[bold]{Shown.Safe(string.Join("; ", result.Conclusions.Select(ResultWords.Of)))}[/] [grey]signed {Shown.Time(result.SignedAt)} by {Shown.Safe(Shown.NameAndRole(result.SignedBy))}[/]");
        foreach (var finding in result.ImagingFindings) screen.Markup($"{indent}- {Shown.Safe(ResultWords.Of(finding))}");
        foreach (var conduction in result.NerveConductions) screen.Markup($"{indent}- {Shown.Safe(ResultWords.Of(conduction))}");
        foreach (var needle in result.NeedleFindings) screen.Markup($"{indent}- {Shown.Safe(ResultWords.Of(needle))}");
        foreach (var words in OverrideOption.Words(result.Findings)) screen.Markup($"{indent}[yellow]{Shown.Safe(words)}[/]");
    }

    private static string Status(StudyStatus status) => status switch
    {
        StudyStatus.Ordered => "[blue]ordered[/]",
        StudyStatus.Resulted => "[green]resulted[/]",
        _ => "[grey]cancelled[/]",
    };
}
